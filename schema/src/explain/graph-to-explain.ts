import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { baseSide } from '../check/base-side.ts';
import { sideOf } from '../check/side.ts';
import type { Io, Values } from '../command.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import { readSchemaConfig } from '../config/schema-config.ts';
import { Misuse } from '../exit-codes.ts';
import { knownOperations } from '../operations/known-operations.ts';
import type { KnownOperations } from '../operations/operation.ts';
import { registryOf } from '../registry/registry-options.ts';
import { workingTree } from '../source/working-tree.ts';

type Graph = { supergraph: Supergraph; api: GraphQLSchema; known: () => KnownOperations };

/**
 * What operations are planned on: a supergraph's file, a base, or the working tree composed. Null,
 * told on standard error, where that does not compose. Throws Misuse.
 */
export async function graphToExplain(values: Values, io: Io): Promise<Graph | null> {
  const tree = workingTree(io.cwd);
  const configFile = String(values.config);
  const config = readSchemaConfig(tree, configFile);
  const known = () => knownOperations(tree, config, new Date());
  if (typeof values.supergraph === 'string') {
    if (values.at !== undefined) throw new Misuse('--supergraph or --at: not both.');
    const supergraph = fromFile(values.supergraph, tree.read(values.supergraph));
    return { supergraph, api: supergraph.apiSchema().toGraphQLJSSchema(), known };
  }
  const side =
    typeof values.at === 'string'
      ? await baseSide(values.at, {
          config,
          configFile,
          io,
          registry: () => registryOf(values, io, config),
        })
      : sideOf(tree, readSupergraphConfig(tree, config.supergraph, io.env));
  const [supergraph, api] = [side.supergraph(), side.api()];
  if (supergraph !== null && api !== null) return { supergraph, api, known };
  io.progress(`${side.tree.name} does not compose: npm run schema -- compose says why.`);
  return null;
}

function fromFile(file: string, sdl: string | null): Supergraph {
  if (sdl === null) throw new Misuse(`${file} cannot be read.`);
  try {
    return Supergraph.build(sdl, { supportedFeatures: null, validateSupergraph: false });
  } catch (error) {
    throw new Misuse(`${file} is no supergraph: ${error instanceof Error ? error.message : error}`);
  }
}
