import type { Command } from '../command.ts';
import { EXIT, Misuse } from '../exit-codes.ts';
import { findMove } from '../registry/find-release.ts';
import { PUBLISHER_OPTIONS, PUBLISHER_USAGE, publisher } from '../registry/publisher.ts';
import { storedRelease } from '../registry/read-release.ts';
import {
  REGISTRY_OPTIONS,
  REGISTRY_USAGE,
  VARIANT_OPTIONS,
  variantOf,
  withRegistry,
} from '../registry/registry-options.ts';
import { textsOf } from '../registry/release.ts';
import { rollbackTarget } from '../registry/rollback-target.ts';
import { MovedMeanwhile } from '../registry/store.ts';

export const rollback: Command = {
  summary: 'point a variant at an earlier release',
  usage: `Usage: npm run schema -- rollback [RELEASE] [options]

Points a variant at a release that was published before; routers follow within a second. RELEASE is
at least 6 digits of it, or production~1 for what production pointed at before. Without it: the
release that held before the present one was published, so that a second rollback goes further back.

Options
  --variant NAME      which pointer moves             (default: production)
${PUBLISHER_USAGE}
${REGISTRY_USAGE}
  --help              this text

Exit codes: 0 moved, 1 somebody else moved it meanwhile, 2 usage or configuration.
`,
  options: {
    ...REGISTRY_OPTIONS,
    ...PUBLISHER_OPTIONS,
    ...VARIANT_OPTIONS,
  },
  run: async ({ values, positionals, io }) => {
    const variant = variantOf(values);
    const [reference] = positionals;
    return withRegistry({ values, io, use: 'read' }, async (store) => {
      const moves = await store.moves(variant);
      const [held] = moves;
      if (held === undefined) throw new Misuse(`${store.name} has no variant "${variant}".`);
      const target =
        reference === undefined ? rollbackTarget(moves) : await findMove(store, reference);
      if (target === null) {
        throw new Misuse(
          `Nothing was published in ${variant} before ${held.release.slice(0, 12)}.`,
        );
      }
      const { release, supergraph, contracts } = target;
      if (!moves.some((move) => move.release === release)) {
        const short = release.slice(0, 12);
        throw new Misuse(
          `${variant} never pointed at ${short}, so nobody checked it there: publish --release ${short}.`,
        );
      }
      if (release === held.release) {
        io.progress(`${variant} points at ${release.slice(0, 12)} already.`);
        return EXIT.passed;
      }
      // All of it has to be there before anybody is told to serve it.
      const stored = await storedRelease(store, release);
      const texts = [release, ...textsOf(stored.release)].map(stored.text);
      const told = publisher(values, io, new Date());
      try {
        const move = { kind: 'rollback', release, supergraph, contracts, ...told } as const;
        const made = await store.move(variant, move, texts, held.release);
        io.out(
          `${variant} → ${release.slice(0, 12)} (move ${made.sequence}, was ${held.release.slice(0, 12)})\n`,
        );
        return EXIT.passed;
      } catch (error) {
        if (!(error instanceof MovedMeanwhile)) throw error;
        io.progress(error.message);
        return EXIT.failed;
      }
    });
  },
};
