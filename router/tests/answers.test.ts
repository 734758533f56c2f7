import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { log } from './graph/shop.ts';
import { startGraph, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
beforeEach(() => {
  log.length = 0;
  for (const subgraph of graph.subgraphs) subgraph.received = [];
});

const data = async (query: string, variables = {}) => {
  const answer = await graph.ask(query, variables);
  expect(answer.errors).toBeUndefined();
  expect(answer.status).toBe(200);
  return answer.data;
};

test('one question is answered by four services over entity hops', async () => {
  const answer = await data(`{
    viewer { id name orders { number shipments { id } lines { quantity product { title sold } variant { name sold } } } }
  }`);
  expect(answer).toEqual({
    viewer: {
      id: 'u1',
      name: 'Mina',
      orders: [
        {
          number: 'SK-o1',
          shipments: [{ id: 's-o1' }],
          lines: [
            { quantity: 1, product: { title: 'mug', sold: 1 }, variant: { name: 'p1/s', sold: 1 } },
            { quantity: 2, product: { title: 'tea', sold: 2 }, variant: { name: 'p2/s', sold: 1 } },
          ],
        },
        {
          number: 'SK-o2',
          shipments: [{ id: 's-o2' }],
          lines: [
            { quantity: 1, product: { title: 'mug', sold: 1 }, variant: { name: 'p1/s', sold: 1 } },
          ],
        },
      ],
    },
  });
});

test('the same entity in several places is asked for once', async () => {
  await data('{ orders { lines { product { title } } } }');
  const [fetch] = graph.subgraph('products').received;
  expect(fetch?.variables.representations).toHaveLength(2);
});

test('what @requires reads reaches the field that needs it', async () => {
  expect(await data('{ products { id freight } }')).toEqual({
    products: [
      { id: 'p1', freight: 10_100 },
      { id: 'p2', freight: 20_200 },
      { id: 'p3', freight: 30_300 },
    ],
  });
});

test("a client's arguments and aliases are never mixed with those of @requires", async () => {
  const answer = await data(`{
    products(first: 1) {
      freight
      price(currency: USD) { amount currency }
      weight: title
      won: price(currency: KRW) { amount }
    }
  }`);
  expect(answer).toEqual({
    products: [
      {
        freight: 10_100,
        price: { amount: 10, currency: 'USD' },
        weight: 'mug',
        won: { amount: 10_000 },
      },
    ],
  });
});

test('what a service provides is not fetched from its owner', async () => {
  expect(await data('{ shipments { id order { id number } } }')).toEqual({
    shipments: [{ id: 's1', order: { id: 'o1', number: 'SK-o1' } }],
  });
  expect(graph.subgraph('orders').received).toEqual([]);
});

test('an interface object gets its concrete type from the owner of the interface', async () => {
  const answer = await data(`{
    orders { customer { __typename id orderCount ... on Customer { level } ... on Staff { roles } } }
  }`);
  const customer = { __typename: 'Customer', id: 'u1', orderCount: 2, level: 3 };
  expect(answer).toEqual({ orders: [{ customer }, { customer }] });
});

test('an interface object without a question about its type needs no hop', async () => {
  expect(await data('{ order(id: "o1") { customer { id orderCount } } }')).toEqual({
    order: { customer: { id: 'u1', orderCount: 2 } },
  });
  expect(graph.subgraph('accounts').received).toEqual([]);
});

test('fields of an interface object reach every kind of person', async () => {
  expect(await data('{ people { __typename name orderCount ... on Staff { roles } } }')).toEqual({
    people: [
      { __typename: 'Customer', name: 'Mina', orderCount: 2 },
      { __typename: 'Staff', name: 'Sam', orderCount: 0, roles: ['SUPPORT'] },
    ],
  });
});

test('unions and interfaces answer by type', async () => {
  const answer = await data(`{
    search(text: "m") { __typename ... on Product { title sold } ... on Category { label rank } }
    media { url ... on Image { width } kind: __typename ... on Video { seconds } }
  }`);
  expect(answer).toEqual({
    search: [
      { __typename: 'Product', title: 'mug', sold: 1 },
      { __typename: 'Category', label: 'Cups', rank: 0 },
    ],
    media: [
      { url: 'i', width: 4, kind: 'Image' },
      { url: 'v', kind: 'Video', seconds: 9 },
    ],
  });
});

test('lists of lists keep their shape and their nulls', async () => {
  expect(await data('{ shelves { title sold } }')).toEqual({
    shelves: [
      [{ title: 'mug', sold: 1 }, null, { title: 'tea', sold: 2 }],
      [],
      [{ title: 'pot', sold: 3 }],
    ],
  });
});

test('aliases and fragments, on both sides of a hop', async () => {
  const answer = await data(`
    query Named { a: product(id: "p1") { ...P } b: product(id: "p2") { ...P loud: title(upper: true) } gone: product(id: "p9") { ...P } }
    fragment P on Product { name: title n: sold ... on Product { id } }
  `);
  expect(answer).toEqual({
    a: { name: 'mug', n: 1, id: 'p1' },
    b: { name: 'tea', n: 2, id: 'p2', loud: 'TEA' },
    gone: null,
  });
});

test('@skip and @include decide by variables and their defaults', async () => {
  const query = `query Q($sold: Boolean = false, $top: Boolean!) {
    product(id: "p1") { title sold @include(if: $sold) weight @skip(if: $sold) }
    orders @include(if: $top) { id }
  }`;
  expect(await data(query, { top: false })).toEqual({ product: { title: 'mug', weight: 100 } });
  expect(graph.subgraph('orders').received).toEqual([]);
  expect(await data(query, { top: true, sold: true })).toEqual({
    product: { title: 'mug', sold: 1 },
    orders: [{ id: 'o1' }, { id: 'o2' }],
  });
});

test('a field that needs nothing is had where one that @requires something is left out', async () => {
  const query = 'query Q($f: Boolean!) { shelves { title sold freight @include(if: $f) } }';
  expect(await data(query, { f: false })).toMatchObject({
    shelves: [[{ sold: 1 }, null, {}], [], [{}]],
  });
  expect(await data(query, { f: true })).toMatchObject({
    shelves: [[{ freight: 10_100 }, null, {}], [], [{}]],
  });
});

test('variables with defaults are left to the service that knows them', async () => {
  const query = 'query Q($name: String! = "Sam") { named(name: $name) { name } }';
  expect(await data(query)).toEqual({ named: { name: 'Sam' } });
  expect(await data(query, { name: 'Mina' })).toEqual({ named: { name: 'Mina' } });
});

test('mutations run in the order of the document, across services, and end where they fail', async () => {
  const answer = await graph.ask(
    'mutation { one: noteA(text: "1") two: noteB(text: "2") failA three: noteA(text: "3") four: noteB(text: "4") }',
  );
  expect(log).toEqual(['A1', 'B2', 'A3', 'B4']);
  expect(answer.data).toEqual({ one: '1', two: '2', failA: null, three: '3', four: '4' });
  expect(answer.errors).toEqual([
    expect.objectContaining({
      message: 'No more.',
      path: ['failA'],
      extensions: { code: 'CONFLICT', left: 0, service: 'accounts' },
    }),
  ]);
});

test('fetches that do not need each other run at once', async () => {
  for (const subgraph of graph.subgraphs) subgraph.delayMs = 600;
  try {
    await data('{ viewer { name } products { title } orders { number } shipments { id } }');
    const arrivals = graph.subgraphs.flatMap(({ received }) => received.map(({ at }) => at));
    expect(arrivals).toHaveLength(4);
    expect(Math.max(...arrivals) - Math.min(...arrivals)).toBeLessThan(600);
  } finally {
    for (const subgraph of graph.subgraphs) subgraph.delayMs = 0;
  }
});

test('introspection mixes with data, and hides what is inaccessible', async () => {
  const query = `query Q($n: String!) {
    __typename
    t: __type(name: $n) { fields { name } }
    ... on Query { __schema { queryType { name } } }
    product(id: "p1") { __typename title }
  }`;
  const { t, ...rest } = (await data(query, { n: 'Staff' })) as {
    t: { fields: { name: string }[] };
  };
  const names = t.fields.map(({ name }) => name).sort();
  expect(names).toEqual(['id', 'name', 'orderCount', 'orders', 'roles']);
  expect(rest).toEqual({
    __typename: 'Query',
    __schema: { queryType: { name: 'Query' } },
    product: { __typename: 'Product', title: 'mug' },
  });
});
