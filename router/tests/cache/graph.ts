import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Router } from '../../src/compose.ts';
import { composed, startRouterOn } from '../graph/start.ts';
import { type TestSubgraph, testSubgraph } from '../graph/subgraph-server.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@authenticated"])`;

export const PUBLIC = { 'cache-control': 'public, max-age=60' };
export const SECRET = 'a secret of sixteen';

type Headers = { headers: Record<string, string | undefined> };
export type Good = { __typename: string; id: string; price: number; pages?: number };

/** What the goods subgraph answers from; tests change it. */
export const goods = new Map<string, Good>();

export function refill(): void {
  goods.clear();
  for (const id of ['1', '2', '3']) {
    goods.set(id, { __typename: 'Mug', id, price: 10 * Number(id) });
  }
  goods.set('b', { __typename: 'Book', id: 'b', price: 7, pages: 300 });
}

const owner = () =>
  testSubgraph(
    'lists',
    `${link}
    type Query { goods(ids: [ID!]!): [Good!]!  me: String  things: [Good!]! }
    type Mutation { touch(id: ID!): Good }
    interface Good { id: ID! }
    type Mug implements Good @key(fields: "id") { id: ID! }
    type Book implements Good @key(fields: "id") { id: ID! }`,
    {
      Query: {
        goods: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => goods.get(id)),
        things: () => [...goods.values()],
        me: (_: unknown, __: unknown, { headers }: Headers) => headers.authorization ?? 'guest',
      },
      Mutation: { touch: (_: unknown, { id }: { id: string }) => goods.get(id) },
      Mug: { __resolveReference: ({ id }: { id: string }) => goods.get(id) },
      Book: { __resolveReference: ({ id }: { id: string }) => goods.get(id) },
    },
  );

const prices = () => {
  const entity = { __resolveReference: ({ id }: { id: string }) => goods.get(id) };
  const price = ({ price: amount }: Good, { in: currency }: { in: string }) =>
    currency === 'USD' ? amount : amount * 1_000;
  return testSubgraph(
    'prices',
    `${link}
    type Query { cheapest: Mug  dearest: Mug  nothing: Mug }
    type Mug @key(fields: "id") { id: ID!  price(in: String! = "USD"): Int!  secret: String @authenticated  viewer: String  broken: Int }
    type Book @key(fields: "id") { id: ID!  price(in: String! = "USD"): Int!  pages: Int! }`,
    {
      Query: {
        cheapest: () => goods.get('1'),
        dearest: () => goods.get('3'),
        nothing: () => null,
      },
      Mug: {
        ...entity,
        price,
        secret: ({ id }: Good) => `secret of ${id}`,
        viewer: (_: Good, __: unknown, { headers }: Headers) => headers.authorization ?? 'guest',
        broken: () => {
          throw new Error('broken');
        },
      },
      Book: { ...entity, price },
    },
  );
};

export type CacheStage = {
  lists: TestSubgraph;
  prices: TestSubgraph;
  router: Router;
  /** The supergraph's file, and the folder that it is in. */
  file: string;
  folder: string;
  /** The answer's data and how it may be kept. */
  ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<{ data: unknown; errors: unknown; cacheControl: string | null }>;
  invalidate: (body: unknown, secret?: string) => Promise<Response>;
  metric: (name: RegExp) => Promise<number>;
  close: () => Promise<void>;
};

/** Two subgraphs of goods and a router before them whose cache is on. */
export async function startStage(env: Record<string, string> = {}): Promise<CacheStage> {
  refill();
  const subgraphs = [owner(), prices()] as const;
  await Promise.all(subgraphs.map((each) => each.start()));
  const folder = mkdtempSync(join(tmpdir(), 'router-cache-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, composed(subgraphs));
  const router = await startRouterOn(file, folder, {
    CACHE: 'true',
    CACHE_INVALIDATION_SECRET: SECRET,
    ...env,
  });
  const [lists, second] = subgraphs;
  return {
    lists,
    prices: second,
    router,
    ...{ file, folder },
    ask: async (query, variables = {}, headers = {}) => {
      const response = await fetch(`${router.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors: unknown };
      return { data, errors, cacheControl: response.headers.get('cache-control') };
    },
    invalidate: (body, secret = SECRET) =>
      fetch(`${router.url}/cache/invalidate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      }),
    metric: async (name) => {
      const text = await (await fetch(`${router.url}/metrics`)).text();
      return Number(name.exec(text)?.[1] ?? 0);
    },
    close: async () => {
      await router.close();
      await Promise.all(subgraphs.map((each) => each.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
