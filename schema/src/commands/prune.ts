import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { REGISTRY_OPTIONS, REGISTRY_USAGE, withRegistry } from '../registry/registry-options.ts';
import { plural } from '../report/report.ts';

/** Whoever publishes has its texts pointed at within this time. */
const GRACE_MS = 3_600_000;

export const prune: Command = {
  summary: 'drop old moves from the registry, and what only they need',
  usage: `Usage: npm run schema -- prune [options]

Drops all but the newest moves of every variant, and the texts that none of those left needs; texts
kept within the last hour stay. What was dropped cannot be rolled back to.

Options
  --keep N            moves that stay in each variant (default: 50)
${REGISTRY_USAGE}
  --help              this text

Exit codes: 0 pruned, 2 usage or configuration.
`,
  options: { ...REGISTRY_OPTIONS, keep: { type: 'string', default: '50' } },
  run: async ({ values, io }) => {
    const keep = Number(values.keep);
    if (!Number.isSafeInteger(keep) || keep < 1) throw new Misuse('--keep is a number above 0.');
    return withRegistry({ values, io, use: 'read' }, async (store) => {
      const { moves, texts } = await store.prune({ keep, graceMs: GRACE_MS });
      io.progress(`Dropped ${plural(moves, 'move')} and ${plural(texts, 'text')}.`);
      return EXIT.passed;
    });
  },
};
