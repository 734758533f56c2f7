import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, parse } from 'graphql';
import { type Composed, compose } from '../composition/compose.ts';
import type { SubgraphDocument } from '../composition/definitions.ts';
import type { SubgraphSource } from '../composition/supergraph-config.ts';
import { type Contract, type ContractRules, contractOf } from '../contract/contract.ts';
import { once } from '../once.ts';
import type { FileTree } from '../source/file-tree.ts';

/** One of the two states that are compared. */
export type Side = {
  tree: FileTree;
  subgraphs: readonly SubgraphSource[];
  /** The subgraphs parsed, without those that cannot be: composition tells of these. */
  documents: () => readonly SubgraphDocument[];
  /** Composed at the first call. */
  composed: () => Composed;
  /** The supergraph built; null where the subgraphs do not compose. */
  supergraph: () => Supergraph | null;
  /** What clients see; null where the subgraphs do not compose. */
  api: () => GraphQLSchema | null;
  /** A contract on it, made once for its rules; null where the subgraphs do not compose. */
  contract: (name: string, rules: ContractRules) => Contract | null;
};

/** `composed` may be told where the subgraphs are composed elsewhere, or were before. */
export function sideOf(
  tree: FileTree,
  subgraphs: readonly SubgraphSource[],
  composed: () => Composed = once(() => compose(subgraphs)),
): Side {
  const supergraph = once(() => {
    const result = composed();
    if (!('supergraph' in result)) return null;
    return Supergraph.build(result.supergraph, {
      supportedFeatures: null,
      validateSupergraph: false,
    });
  });
  return {
    ...{ tree, subgraphs, composed, supergraph },
    documents: once(() => subgraphs.flatMap(parsed)),
    api: once(() => supergraph()?.apiSchema().toGraphQLJSSchema() ?? null),
    contract: contractsOn(composed),
  };
}

function contractsOn(composed: () => Composed): Side['contract'] {
  const made = new Map<string, Contract>();
  return (name, rules) => {
    const result = composed();
    if (!('supergraph' in result)) return null;
    const key = JSON.stringify([name, rules]);
    const contract = made.get(key) ?? contractOf(name, result.supergraph, rules);
    made.set(key, contract);
    return contract;
  };
}

function parsed({ name, file, sdl }: SubgraphSource): SubgraphDocument[] {
  try {
    return [{ name, file, document: parse(sdl) }];
  } catch {
    return [];
  }
}
