import type { GraphQLSchema } from 'graphql';
import type { Comparison } from '../check/checker.ts';
import type { Side } from '../check/side.ts';
import type { SchemaConfig } from '../config/schema-config.ts';

type BeforeAndAfter = { before: GraphQLSchema; after: GraphQLSchema };

/**
 * What a client sees: its contract where the configuration names one, else the whole graph. Null where
 * that is no schema on one of the sides, of which composition or the contract tells itself.
 */
export function schemasOfClients({
  base,
  head,
  config,
}: Pick<Comparison, 'base' | 'head' | 'config'>): (client: string) => BeforeAndAfter | null {
  const known = new Map<string, BeforeAndAfter | null>();
  return (client) => {
    const found = known.get(client);
    if (found !== undefined) return found;
    const [before, after] = [base, head].map((side) => schemaOf(side, config, client));
    const schemas = before && after ? { before, after } : null;
    known.set(client, schemas);
    return schemas;
  };
}

function schemaOf(side: Side, config: SchemaConfig, client: string): GraphQLSchema | null {
  const name = contractOfClient(config, client);
  const rules = name === null ? undefined : config.contracts[name];
  if (name === null || rules === undefined) return side.api();
  const contract = side.contract(name, rules);
  return contract !== null && 'api' in contract ? contract.api : null;
}

/** Null for the whole graph. */
const contractOfClient = ({ operations }: SchemaConfig, client: string): string | null =>
  operations.find((each) => each.client === client && each.contract !== undefined)?.contract ??
  null;

/** Whether a client can be one of a contract's: it is configured so, or nothing is known of it. */
export const maySee = (config: SchemaConfig, client: string, contract: string): boolean =>
  config.operations.every((each) => each.client !== client) ||
  contractOfClient(config, client) === contract;
