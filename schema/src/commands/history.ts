import type { Move } from '@souk/router/registry/move';
import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import {
  REGISTRY_OPTIONS,
  REGISTRY_USAGE,
  VARIANT_OPTIONS,
  variantOf,
  withRegistry,
} from '../registry/registry-options.ts';

export const history: Command = {
  summary: 'what a variant pointed at, when and by whom',
  usage: `Usage: npm run schema -- history [options]

Lists the moves of a variant's pointer, the newest first: that one is served.

Options
  --variant NAME      whose                           (default: production)
  --limit N           how many                        (default: 20)
${REGISTRY_USAGE}
  --format F          text, json (default: text)
  --help              this text

Exit codes: 0 listed, 2 usage or configuration.
`,
  options: {
    ...REGISTRY_OPTIONS,
    ...VARIANT_OPTIONS,
    limit: { type: 'string', default: '20' },
    format: { type: 'string', default: 'text' },
  },
  run: async ({ values, io }) => {
    const variant = variantOf(values);
    const limit = Number(values.limit);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new Misuse('--limit is a number above 0.');
    if (values.format !== 'text' && values.format !== 'json') {
      throw new Misuse('--format is text or json.');
    }
    return withRegistry({ values, io, use: 'read' }, async (store) => {
      const moves = await store.moves(variant, limit);
      if (moves.length === 0) {
        const known = (await store.variants()).join(', ');
        throw new Misuse(
          `${store.name} has no variant "${variant}"${known === '' ? '' : `, only ${known}`}.`,
        );
      }
      const json = `${JSON.stringify(moves, null, 2)}\n`;
      io.out(values.format === 'json' ? json : moves.map(line).join(''));
      return EXIT.passed;
    });
  },
};

function line({ sequence, release, kind, at, by, message }: Move, index: number): string {
  const when = at.slice(0, 16).replace('T', ' ');
  const what = kind === 'rollback' ? 'rolled back' : 'published';
  const why = message === '' ? '' : `: ${message.replaceAll(/\s+/g, ' ')}`;
  const mark = index === 0 ? '→' : ' ';
  return `${mark} ${String(sequence).padStart(4)}  ${release.slice(0, 12)}  ${when}  ${what} by ${by}${why}\n`;
}
