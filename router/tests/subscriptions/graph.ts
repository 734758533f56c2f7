import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { GraphQLError, parse } from 'graphql';
import { startRouterOn } from '../graph/start.ts';
import { channels, type Instance, startInstance } from './feed.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

export const ORDERS = `${link('"@key"')}
  type Query { order(id: ID!): Order }
  type Mutation { touch: Int! }
  type Subscription { orderUpdated(id: ID!): Order  tick(channel: String! = "tick"): Int!  refused: Int }
  type Order @key(fields: "id") { id: ID!  status: String!  lines: [Line!]! }
  type Line { quantity: Int!  product: Product }
  type Product @key(fields: "id") { id: ID! }`;

const PRODUCTS = `${link('"@key"')}
  type Query { product(id: ID!): Product }
  type Product @key(fields: "id") { id: ID!  title: String! }`;

const lines = [
  { quantity: 2, product: { id: 'p1' } },
  { quantity: 1, product: { id: 'p2' } },
];

/** Two subgraphs, the one with subscriptions in as many instances as asked for, and a router. */
export async function startStreamingGraph(
  options: { instances?: number; sdl?: string; env?: Record<string, string> } = {},
) {
  const feed = channels();
  const resolvers = {
    Query: { order: (_: unknown, { id }: { id: string }) => ({ id, status: 'NEW', lines }) },
    Mutation: { touch: () => 1 },
    Subscription: {
      orderUpdated: {
        subscribe: (_: unknown, { id }: { id: string }) =>
          feed.listen(`order ${id}`, [{ orderUpdated: { id, status: 'NEW', lines } }]),
      },
      tick: {
        subscribe: (_: unknown, { channel }: { channel: string }) => feed.listen(channel),
      },
      refused: {
        subscribe: () => {
          throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN' } });
        },
      },
    },
  };
  const orders: Instance[] = [];
  for (let i = 0; i < (options.instances ?? 1); i++) {
    orders.push(await startInstance(options.sdl ?? ORDERS, resolvers));
  }
  const products = await startInstance(PRODUCTS, {
    Query: { product: (_: unknown, { id }: { id: string }) => ({ id, title: `Title of ${id}` }) },
    Product: {
      __resolveReference: ({ id }: { id: string }) => ({ id, title: `Title of ${id}` }),
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'router-streams-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  const compose = (sdl: string) => {
    const { supergraphSdl, errors } = composeServices([
      { name: 'orders', url: orders[0]?.url ?? '', typeDefs: parse(sdl) },
      { name: 'products', url: products.url, typeDefs: parse(PRODUCTS) },
    ]);
    if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
    writeFileSync(supergraphFile, supergraphSdl);
  };
  compose(options.sdl ?? ORDERS);
  const discoveryFile = join(folder, 'discovery.json');
  const announce = (all: readonly Instance[]) =>
    writeFileSync(
      discoveryFile,
      JSON.stringify({ orders: all.map(({ url }, i) => ({ id: `orders-${i}`, http: url })) }),
    );
  announce(orders);
  const router = await startRouterOn(supergraphFile, folder, {
    DISCOVERY_FILE: discoveryFile,
    ...options.env,
  });
  return {
    ...{ feed, orders, router, compose, announce },
    url: `${router.url}/graphql`,
    tellOrder: (id: string, status: string) =>
      feed.tell(`order ${id}`, { orderUpdated: { id, status, lines } }),
    metric: async (name: string): Promise<number> => {
      const text = await (await fetch(`${router.url}/metrics`)).text();
      const lines = text.split('\n').filter((line) => line.startsWith(name));
      return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    },
    close: async () => {
      await router.close();
      await Promise.all([...orders, products].map((instance) => instance.kill()));
      rmSync(folder, { recursive: true });
    },
  };
}
