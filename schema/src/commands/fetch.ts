import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { findMove } from '../registry/find-release.ts';
import { storedRelease } from '../registry/read-release.ts';
import { REGISTRY_OPTIONS, REGISTRY_USAGE, withRegistry } from '../registry/registry-options.ts';
import type { Release } from '../registry/release.ts';

export const fetch: Command = {
  summary: 'a part of a release, such as its supergraph',
  usage: `Usage: npm run schema -- fetch [RELEASE] [options]

Writes a part of a release to standard output or a file. RELEASE is a variant (what it points at), a
variant and how many moves before that (production~1), or at least 6 digits of a release.
(default: production)

Options
  --part P            supergraph, api, release (where it comes from), subgraph:NAME,
                      contract:NAME (its supergraph), contract-api:NAME (default: supergraph)
  --output FILE       where it goes                   (default: standard output)
${REGISTRY_USAGE}
  --help              this text

Exit codes: 0 written, 2 usage or configuration.
`,
  options: {
    ...REGISTRY_OPTIONS,
    part: { type: 'string', default: 'supergraph' },
    output: { type: 'string' },
  },
  run: async ({ values, positionals: [reference = 'production'], io }) =>
    withRegistry({ values, io, use: 'read' }, async (store) => {
      const stored = await storedRelease(store, (await findMove(store, reference)).release);
      const part = String(values.part);
      const text = stored.text(part === 'release' ? stored.hash : hashOf(stored.release, part));
      if (typeof values.output === 'string')
        writeFileSync(path.resolve(io.cwd, values.output), text);
      else io.out(text);
      return EXIT.passed;
    }),
};

function hashOf({ supergraph, api, subgraphs, contracts }: Release, part: string): string {
  const [, kind, name = ''] = /^([a-z-]+)(?::(.+))?$/.exec(part) ?? [];
  const hashes: Readonly<Record<string, string | undefined>> = {
    ...{ supergraph, api },
    subgraph: subgraphs.find((each) => each.name === name)?.schema,
    contract: contracts[name]?.supergraph,
    'contract-api': contracts[name]?.api,
  };
  const hash = hashes[kind ?? ''];
  if (hash === undefined) throw new Misuse(`The release has no part "${part}".`);
  return hash;
}
