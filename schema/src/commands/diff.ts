import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { changelog } from '../registry/changelog.ts';
import { CHANGELOG_FORMATS } from '../registry/changelog-formats.ts';
import { compareSides } from '../registry/compare-sides.ts';
import { findMove } from '../registry/find-release.ts';
import { sideOfRelease, storedRelease } from '../registry/read-release.ts';
import { REGISTRY_OPTIONS, REGISTRY_USAGE, withRegistry } from '../registry/registry-options.ts';
import type { RegistryStore } from '../registry/store.ts';
import { workingTree } from '../source/working-tree.ts';

const FORMATS = Object.keys(CHANGELOG_FORMATS).join(', ');

export const diff: Command = {
  summary: 'what changed between two releases, in words',
  usage: `Usage: npm run schema -- diff [A [B]] [options]

Tells what changed from release A to release B. Each is a variant (what it points at), a variant and
how many moves before that (production~1), or at least 6 digits of a release. Without B: what
production points at. Without A: what it pointed at before.

Options
${REGISTRY_USAGE}
  --format F          ${FORMATS} (default: text)
  --help              this text

Exit codes: 0 told, 2 usage or configuration.
`,
  options: { ...REGISTRY_OPTIONS, format: { type: 'string', default: 'text' } },
  run: async ({ values, positionals, io }) => {
    const [from = 'production~1', to = 'production', ...others] = positionals;
    const write = Object.entries(CHANGELOG_FORMATS).find(([name]) => name === values.format)?.[1];
    if (write === undefined) throw new Misuse(`--format is one of ${FORMATS}.`);
    if (others.length > 0) throw new Misuse('diff takes two releases at most.');
    return withRegistry({ values, io, use: 'read' }, async (store, config) => {
      const [before, after] = [await released(store, from), await released(store, to)];
      const tree = workingTree(io.cwd);
      const asked = { tree, config, configFile: String(values.config), io, now: new Date() };
      const findings = await compareSides(before.side, after.side, asked);
      const title = `From ${before.side.tree.name} to ${after.side.tree.name}`;
      io.out(write(title, changelog(findings, before.release, after.release)));
      return EXIT.passed;
    });
  },
};

async function released(store: RegistryStore, reference: string) {
  const stored = await storedRelease(store, (await findMove(store, reference)).release);
  return { side: sideOfRelease(reference, stored), release: stored.release };
}
