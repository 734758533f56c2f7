import { hashOf } from '@souk/router/registry/move';
import { printSchema } from 'graphql';
import type { Side } from '../check/side.ts';
import type { Contract } from '../contract/contract.ts';
import type { Provenance } from './provenance.ts';
import { type Release, writeRelease } from './release.ts';

/** A release that is not in a registry yet. */
export type MadeRelease = { hash: string; release: Release; texts: readonly string[] };

/**
 * What would be published of a side that composes. `provenanceOf` tells where a subgraph comes from;
 * `files` is what a later check compares besides. Throws an Error for a side that does not
 * compose, or has a contract that is no schema.
 */
export function makeRelease(
  side: Side,
  provenanceOf: (subgraph: { name: string; file: string }) => Provenance,
  files: ReadonlyMap<string, string>,
  contracts: ReadonlyMap<string, Contract>,
): MadeRelease {
  const composed = side.composed();
  const api = side.api();
  if (!('supergraph' in composed) || api === null) throw new Error('it does not compose');
  const texts: string[] = [];
  const kept = (text: string): string => {
    texts.push(text);
    return hashOf(text);
  };
  const release: Release = {
    format: 1,
    supergraph: kept(composed.supergraph),
    api: kept(`${printSchema(api)}\n`),
    contracts: Object.fromEntries(
      [...contracts].map(([name, contract]) => {
        if ('findings' in contract) throw new Error(`the contract ${name} is no schema`);
        const { supergraph, api: own } = contract;
        return [name, { supergraph: kept(supergraph), api: kept(`${printSchema(own)}\n`) }];
      }),
    ),
    subgraphs: side.subgraphs.map(({ name, url, file, sdl }) => ({
      ...{ name, routing_url: url, file },
      schema: kept(sdl),
      ...provenanceOf({ name, file }),
    })),
    files: Object.fromEntries([...files].map(([name, text]) => [name, kept(text)])),
  };
  const text = writeRelease(release);
  return { hash: kept(text), release, texts };
}
