import path from 'node:path';
import type { Io, Values } from '../command.ts';
import { readSupergraphConfig, type SubgraphSource } from '../composition/supergraph-config.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';

/**
 * The subgraphs as they would be: those of the tree, with `--schema` in place of that of `--subgraph`
 * or, where that is a new one, beside them, and without those of `--delete`. Throws Misuse for the
 * latter's names that there are not.
 */
export function proposedSubgraphs(
  tree: FileTree,
  config: SchemaConfig,
  { values, cwd, env, progress }: { values: Values } & Pick<Io, 'cwd' | 'env' | 'progress'>,
): SubgraphSource[] {
  const { subgraph, schema } = values;
  const gone = [values.delete ?? []].flat();
  const subgraphs = readSupergraphConfig(tree, config.supergraph, env);
  const isKnown = (name: unknown) => subgraphs.some((known) => known.name === name);
  for (const name of gone) {
    if (!isKnown(name)) throw new Misuse(`${config.supergraph} lists no subgraph "${name}".`);
  }
  if ((subgraph === undefined) !== (schema === undefined)) {
    throw new Misuse('--subgraph and --schema go together.');
  }
  const kept = subgraphs.filter(({ name }) => !gone.includes(name));
  if (subgraph === undefined) return kept;
  const proposed = readProposed(tree, path.relative(cwd, path.resolve(cwd, String(schema))));
  if (!isKnown(subgraph)) {
    const name = String(subgraph);
    progress(`${config.supergraph} lists no subgraph "${name}": it is checked as a new one.`);
    return [...kept, { name, url: '', ...proposed }];
  }
  return kept.map((source) => (source.name === subgraph ? { ...source, ...proposed } : source));
}

function readProposed(tree: FileTree, file: string): Pick<SubgraphSource, 'file' | 'sdl'> {
  const sdl = tree.read(file);
  if (sdl === null) throw new Misuse(`${file} cannot be read.`);
  return { file, sdl };
}
