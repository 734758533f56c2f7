import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, print } from 'graphql';
import type { Generation } from '../generation/generation.ts';
import type { CompiledFetch } from '../plan/compiled.ts';
import { type EntityKeys, entityKeys } from './entity-keys.ts';
import { type TagReader, tagReader } from './tag-reader.ts';

/** What of a fetch does not depend on the request. */
export type CacheableFetch = {
  /** Says of what subgraph's schema which selection it is, whatever its operation is called. */
  readonly id: string;
  readonly tags: TagReader;
  /** Headers that its answers have been found to vary by: it only grows. */
  readonly varies: Set<string>;
  /** Whether anything of it has been kept before: waiting for others pays then. */
  hasStored: boolean;
};

/** Works fetches out, once each. Null: a mutation, or something that the viewer decides about. */
export function cacheableFetches(): (
  generation: Generation,
  fetch: CompiledFetch,
) => CacheableFetch | null {
  const known = new WeakMap<CompiledFetch, CacheableFetch | null>();
  const keysOf = new WeakMap<Generation, EntityKeys>();

  function make(generation: Generation, fetch: CompiledFetch): CacheableFetch | null {
    if (fetch.isMutation) return null;
    const document = unnamed(parse(fetch.query));
    if (generation.authorization.prepare(document, undefined).touchesRules) return null;
    const keys = keysOf.get(generation) ?? entityKeys(generation.supergraph);
    keysOf.set(generation, keys);
    const id = createHash('sha256')
      .update(`${fetch.service}\n${generation.subgraphHash(fetch.service)}\n${print(document)}`)
      .digest('base64url');
    const tags = tagReader(generation.supergraph, keys, document);
    return { id, tags, varies: new Set(), hasStored: false };
  }

  return (generation, fetch) => {
    let found = known.get(fetch);
    if (found === undefined) {
      found = make(generation, fetch);
      known.set(fetch, found);
    }
    return found;
  };
}

/** The planner names operations after the client's: clients with one selection share entries. */
const unnamed = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return each;
    const { name: _, ...rest } = each;
    return rest;
  }),
});
