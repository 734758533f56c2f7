import { newId } from '@souk/platform/ids';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import { type TestIdentity, testIdentity } from '../../../tests/identity.ts';
import {
  startTestSubgraph,
  type TestSubgraph,
  testEnv,
  testScope,
} from '../../../tests/subgraph.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { type Catalogue, startCatalogue } from './catalogue.ts';

export const CART = /* GraphQL */ `
  fragment All on Cart {
    id token currency totalQuantity subtotal { amount currency } weightGrams
    createdAt updatedAt customer { id }
    lines {
      id title variantTitle sku quantity weightGrams
      unitPrice { amount currency } lineTotal { amount } product { id } variant { id }
    }
  }
`;

export type Person = { id: string; token: string };

export type Stage = {
  database: FreshDatabase;
  catalogue: Catalogue;
  identity: TestIdentity;
  subgraph: TestSubgraph;
  query: TestSubgraph['query'];
  codes: TestSubgraph['codes'];
  entities: TestSubgraph['entities'];
  person: (roles?: readonly string[]) => Promise<Person>;
  seed: (records: readonly object[]) => Promise<void>;
  seedIsEmpty: () => Promise<boolean>;
  statements: () => Promise<number>;
  /** Adds to a cart and answers with all of it. Fails on any error. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on what it has just asked for
  add: (input: object, token?: string | null) => Promise<any>;
  close: () => Promise<void>;
};

/** Orders as it runs, with a database, a key set and a catalogue of its own. */
export async function openStage(): Promise<Stage> {
  const [database, identity, catalogue] = await Promise.all([
    freshDatabase(`${import.meta.dirname}/../migrations`),
    testIdentity(),
    startCatalogue(),
  ]);
  const scope = testScope('orders');
  const env = {
    ...testEnv(database.url, identity),
    DISCOVERY_FILE: catalogue.discoveryFile,
    RPC_DEADLINE_MS: '2000',
  };
  const composition = compose(parseConfig(env), scope);
  const subgraph = await startTestSubgraph(composition, identity);
  const { query } = subgraph;
  return {
    database,
    catalogue,
    identity,
    subgraph,
    query,
    codes: subgraph.codes,
    entities: subgraph.entities,
    person: async (roles) => {
      const id = newId();
      return { id, token: await identity.tokenFor({ id, ...(roles && { roles }) }) };
    },
    seed: (records) => composition.seed.load(stream(records)),
    seedIsEmpty: composition.seed.isEmpty,
    statements: scope.statements,
    add: async (input, token) => {
      const answer = await query(
        `mutation ($input: AddToCartInput!) { addToCart(input: $input) { ...All } } ${CART}`,
        { input },
        token,
      );
      if (answer.errors) throw new Error(JSON.stringify(answer.errors));
      return answer.data.addToCart;
    },
    close: async () => {
      await subgraph.close();
      await Promise.all([database.drop(), identity.close(), catalogue.close()]);
    },
  };
}

async function* stream(records: readonly object[]): AsyncGenerator<unknown> {
  yield* records;
}
