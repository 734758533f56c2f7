import type { Move } from '@souk/router/registry/move';
import type { Side } from '../check/side.ts';
import type { Io } from '../command.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import { contractsOf } from '../contract/contracts-of.ts';
import type { FileTree } from '../source/file-tree.ts';
import { type MadeRelease, makeRelease } from './make-release.ts';
import { promote } from './promote.ts';
import { proposedSide } from './proposed-side.ts';
import { provenances } from './provenance.ts';
import { type StoredRelease, sideOfRelease, storedRelease } from './read-release.ts';
import { releaseFiles } from './release-files.ts';
import type { RegistryStore } from './store.ts';

/** What is published, and what is to take its place. */
export type Proposal = {
  held: Move | null;
  published: { stored: StoredRelease; side: Side } | null;
  head: Side;
  /** Throws an Error where the proposal does not compose. */
  release: () => MadeRelease;
};

/** Puts a proposal together. Throws Misuse for files and names that cannot be used. */
export async function propose(
  store: RegistryStore,
  variant: string,
  from: {
    io: Io;
    tree: FileTree;
    configFile: string;
    config: SchemaConfig;
    only: readonly string[];
    gone: readonly string[];
    promoted: string | undefined;
  },
): Promise<Proposal> {
  const { tree, config } = from;
  const [held = null] = await store.moves(variant, 1);
  const stored = held === null ? null : await storedRelease(store, held.release);
  const published = stored === null ? null : { stored, side: sideOfRelease(variant, stored) };
  if (from.promoted !== undefined) {
    return { held, published, ...(await promote(store, from.promoted, tree)) };
  }
  const own = readSupergraphConfig(tree, config.supergraph, from.io.env);
  const { side: head, fromTree } = proposedSide(tree, own, published?.side ?? null, from);
  const release = () => {
    const provenanceOf = provenances(from.io.cwd, tree);
    const before = new Map(stored?.release.subgraphs.map((each) => [each.name, each]));
    const isWhole = from.only.length === 0 && from.gone.length === 0;
    const files = new Map(isWhole ? [] : filesOf(stored));
    for (const [file, text] of releaseFiles(tree, from.configFile, config)) files.set(file, text);
    return makeRelease(
      head,
      ({ name, file }) => {
        const known = fromTree.has(name) ? undefined : before.get(name);
        if (known === undefined) return provenanceOf(file);
        const { version, commit, dirty } = known;
        return { version, commit, dirty };
      },
      files,
      contractsOf(head, config),
    );
  };
  return { held, published, head, release };
}

const filesOf = (stored: StoredRelease | null): [string, string][] =>
  Object.entries(stored?.release.files ?? {}).map(([file, hash]) => [
    file,
    stored?.text(hash) ?? '',
  ]);
