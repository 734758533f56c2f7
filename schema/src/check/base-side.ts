import type { Io } from '../command.ts';
import { readSupergraphConfig, type SubgraphSource } from '../composition/supergraph-config.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import { findMove } from '../registry/find-release.ts';
import { openStore } from '../registry/open-store.ts';
import { sideOfRelease, storedRelease } from '../registry/read-release.ts';
import type { FileTree } from '../source/file-tree.ts';
import { gitTree } from '../source/git-tree.ts';
import { configBefore } from './config-before.ts';
import { type Side, sideOf } from './side.ts';

/**
 * The side that a proposal is compared with: `git:REVISION` or a revision alone, or `registry:RELEASE` for what is
 * published, such as `registry:production`. `registry` says where that is. Throws Misuse.
 */
export async function baseSide(
  base: string,
  {
    config,
    configFile,
    io,
    registry,
  }: { config: SchemaConfig; configFile: string; io: Io; registry: () => string },
): Promise<Side> {
  // Without a kind it is a revision, as git's own commands take it.
  const [, kind, of = ''] = /^(?:(git|registry):)?(.*)$/s.exec(base) ?? [];
  if (of === '') {
    throw new Misuse(`--base is git:REVISION or registry:VARIANT, not "${base}".`);
  }
  if (kind !== 'registry') {
    const tree = gitTree(io.cwd, of);
    const { configBefore: before = config } = configBefore(tree, configFile);
    return sideOf(tree, subgraphsOf(tree, before, io));
  }
  const store = await openStore(registry(), io.cwd, 'read');
  try {
    const { release } = await findMove(store, of);
    return sideOfRelease(of, await storedRelease(store, release));
  } finally {
    await store.close();
  }
}

/** None where the base has no graph that can be read: the proposal may be the first, or the cure. */
function subgraphsOf(tree: FileTree, { supergraph }: SchemaConfig, io: Io): SubgraphSource[] {
  try {
    return readSupergraphConfig(tree, supergraph, io.env);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.progress(error.message);
    return [];
  }
}
