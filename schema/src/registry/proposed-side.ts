import { type Side, sideOf } from '../check/side.ts';
import type { SubgraphSource } from '../composition/supergraph-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';
import { overlaidTree } from '../source/overlaid-tree.ts';

/**
 * The side that a publisher proposes: all subgraphs as the tree has them, or only those named by
 * `only` and the others as they are published. Throws Misuse for a name that is not known.
 */
export function proposedSide(
  tree: FileTree,
  own: readonly SubgraphSource[],
  published: Side | null,
  { only, gone }: { only: readonly string[]; gone: readonly string[] },
): { side: Side; fromTree: ReadonlySet<string> } {
  const kept = only.length === 0 && gone.length === 0 ? [] : (published?.subgraphs ?? []);
  const proposed = new Map(kept.map((source) => [source.name, source]));
  const fromTree = new Set<string>();
  for (const source of chosen(own, only, gone)) {
    proposed.set(source.name, source);
    fromTree.add(source.name);
  }
  for (const name of gone) {
    if (!proposed.delete(name))
      throw new Misuse(`--delete ${name}: no such subgraph is published.`);
    fromTree.delete(name);
  }
  const subgraphs = [...proposed.values()];
  const foreign = subgraphs.filter(({ name }) => !fromTree.has(name));
  const files = new Map(
    foreign.flatMap(({ file }) => {
      const text = published?.tree.read(file) ?? null;
      return text === null ? [] : [[file, text] as const];
    }),
  );
  return { side: sideOf(overlaidTree(tree, files), subgraphs), fromTree };
}

function chosen(
  own: readonly SubgraphSource[],
  only: readonly string[],
  gone: readonly string[],
): readonly SubgraphSource[] {
  if (only.length === 0) return gone.length === 0 ? own : [];
  return only.map((name) => {
    const source = own.find((each) => each.name === name);
    if (source === undefined)
      throw new Misuse(`The supergraph's file lists no subgraph "${name}".`);
    return source;
  });
}
