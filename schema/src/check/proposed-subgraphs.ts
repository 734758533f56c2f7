import path from 'node:path';
import type { Io, Values } from '../command.ts';
import { readSupergraphConfig, type SubgraphSource } from '../composition/supergraph-config.ts';
import type { SchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import type { FileTree } from '../source/file-tree.ts';

/**
 * The subgraphs as they would be: those of the tree, with `--schema` in place of that of `--subgraph`,
 * and without those of `--delete`. Throws Misuse for a name that there is not.
 */
export function proposedSubgraphs(
  tree: FileTree,
  config: SchemaConfig,
  { values, cwd, env }: { values: Values } & Pick<Io, 'cwd' | 'env'>,
): SubgraphSource[] {
  const { subgraph, schema } = values;
  const gone = [values.delete ?? []].flat();
  const subgraphs = readSupergraphConfig(tree, config.supergraph, env);
  for (const name of [subgraph, ...gone]) {
    if (name !== undefined && !subgraphs.some((known) => known.name === name)) {
      throw new Misuse(`${config.supergraph} lists no subgraph "${name}".`);
    }
  }
  if ((subgraph === undefined) !== (schema === undefined)) {
    throw new Misuse('--subgraph and --schema go together.');
  }
  return subgraphs
    .filter(({ name }) => !gone.includes(name))
    .map((source) =>
      source.name === subgraph
        ? replaced(tree, source, path.relative(cwd, path.resolve(cwd, String(schema))))
        : source,
    );
}

function replaced(tree: FileTree, source: SubgraphSource, file: string): SubgraphSource {
  const sdl = tree.read(file);
  if (sdl === null) throw new Misuse(`${file} cannot be read.`);
  return { ...source, file, sdl };
}
