import { composeServices } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import type { SubgraphSource } from './supergraph-config.ts';

export type Composed = { supergraph: string } | { errors: string[] };

/** One supergraph out of many subgraphs, or what stands in the way, each with file and line. */
export function compose(subgraphs: readonly SubgraphSource[]): Composed {
  const errors: string[] = [];
  const services = subgraphs.flatMap(({ name, url, file, sdl }) => {
    try {
      return [{ name, url, typeDefs: parse(new Source(sdl, file)) }];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      errors.push(`[${name}] ${error.message}${place(error)}`);
      return [];
    }
  });
  if (errors.length > 0) return { errors };
  const result = composeServices(services);
  if (result.errors !== undefined && result.errors.length > 0) {
    return { errors: result.errors.map((error) => `${error.message}${place(error)}`) };
  }
  return { supergraph: `${result.supergraphSdl?.trimEnd()}\n` };
}

const place = (error: GraphQLError): string => {
  const node = error.nodes?.find(({ loc }) => loc !== undefined);
  const source = node?.loc?.source ?? error.source;
  const line = node?.loc?.startToken.line ?? error.locations?.[0]?.line;
  return source && line ? `\n    at ${source.name}:${line}` : '';
};
