import { type Side, sideOf } from '../check/side.ts';
import type { FileTree } from '../source/file-tree.ts';
import { overlaidTree } from '../source/overlaid-tree.ts';
import { findMove } from './find-release.ts';
import type { MadeRelease } from './make-release.ts';
import { sideOfRelease, storedRelease } from './read-release.ts';
import { textsOf } from './release.ts';
import type { RegistryStore } from './store.ts';

/**
 * A release that is published somewhere already, as it is: from staging to production. What checks
 * read besides, such as approvals and documents, is the tree's. Throws Misuse.
 */
export async function promote(
  store: RegistryStore,
  reference: string,
  tree: FileTree,
): Promise<{ head: Side; release: () => MadeRelease }> {
  const { release: hash } = await findMove(store, reference);
  const stored = await storedRelease(store, hash);
  const { tree: own, subgraphs, composed } = sideOfRelease(reference, stored);
  const files = new Map(own.glob('**').map((file) => [file, own.read(file) ?? '']));
  const texts = [hash, ...new Set(textsOf(stored.release))].map(stored.text);
  return {
    head: sideOf({ ...overlaidTree(tree, files), name: own.name }, subgraphs, composed),
    release: () => ({ hash, release: stored.release, texts }),
  };
}
