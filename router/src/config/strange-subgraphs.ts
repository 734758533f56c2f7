import type { Config } from '../config.ts';
import { meant } from './unknown-keys.ts';

/**
 * Keys for subgraphs that a supergraph does not have, each with the one that was probably meant. They
 * are no reason not to start: the next supergraph may have them.
 */
export function strangeSubgraphs(
  { CACHE_SUBGRAPHS, TRANSPORT }: Pick<Config, 'CACHE_SUBGRAPHS' | 'TRANSPORT'>,
  names: readonly string[],
): string[] {
  const given = { 'cache.subgraphs': CACHE_SUBGRAPHS, 'transport.subgraphs': TRANSPORT.subgraphs };
  return Object.entries(given).flatMap(([path, bySubgraph]) =>
    Object.keys(bySubgraph)
      .filter((name) => !names.includes(name))
      .map((name) => `${path}.${name}: no subgraph of this supergraph${meant(name, names)}`),
  );
}
