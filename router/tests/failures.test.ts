import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startGraph, type TestGraph } from './graph/start.ts';
import type { Mode } from './graph/subgraph-server.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());
afterEach(() => {
  for (const subgraph of graph.subgraphs) {
    subgraph.mode = 'ok';
    subgraph.received = [];
  }
});

const QUERY = '{ orders { id shipments { id } } products(first: 1) { title } }';
const rest = { products: [{ title: 'mug' }] };
const shipmentErrors = (message: string, code: string) =>
  [0, 1].map((i) =>
    expect.objectContaining({
      message,
      path: ['orders', i, 'shipments'],
      extensions: { code, service: 'shipping' },
    }),
  );
const withoutShipments = {
  orders: [
    { id: 'o1', shipments: null },
    { id: 'o2', shipments: null },
  ],
  ...rest,
};

test('a dead subgraph costs its own fields, each with its error, and comes back', async () => {
  await graph.subgraph('shipping').stop();
  const answer = await graph.ask(QUERY);
  await graph.subgraph('shipping').start();
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual(withoutShipments);
  expect(answer.errors).toEqual(
    shipmentErrors('The service "shipping" is unavailable.', 'SUBGRAPH_UNAVAILABLE'),
  );
  expect((await graph.ask(QUERY)).errors).toBeUndefined();
});

test('a hanging subgraph costs its deadline and its own fields', async () => {
  graph.subgraph('shipping').mode = 'hang';
  const startedAt = performance.now();
  const answer = await graph.ask(QUERY);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(answer.data).toEqual(withoutShipments);
  expect(answer.errors).toEqual(
    shipmentErrors('The service "shipping" did not answer in time.', 'SUBGRAPH_TIMEOUT'),
  );
});

test.each<[Mode, string]>([
  ['garbage', 'SUBGRAPH_BAD_RESPONSE'],
  ['html500', 'SUBGRAPH_UNAVAILABLE'],
  ['half', 'SUBGRAPH_UNAVAILABLE'],
  ['reset', 'SUBGRAPH_UNAVAILABLE'],
])('a subgraph that answers %s costs its own fields: %s', async (mode, code) => {
  graph.subgraph('shipping').mode = mode;
  const answer = await graph.ask(QUERY);
  expect(answer.data).toEqual(withoutShipments);
  expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
    { code, service: 'shipping' },
    { code, service: 'shipping' },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|secret|<h1>|http:/);
});

test('a query is sent again when its connection fails, a mutation never', async () => {
  graph.subgraph('accounts').mode = 'reset';
  await graph.ask('{ viewer { id } }');
  expect(graph.subgraph('accounts').received).toHaveLength(2);
  graph.subgraph('accounts').received = [];
  const answer = await graph.ask('mutation { noteA(text: "x") }');
  expect(graph.subgraph('accounts').received).toHaveLength(1);
  expect(answer.data).toBeNull();
  expect(answer.errors).toMatchObject([
    { path: ['noteA'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
  ]);
});

test('a field whose @requires cannot be had fails for that reason', async () => {
  graph.subgraph('products').mode = 'hang';
  const answer = await graph.ask(
    '{ order(id: "o1") { number lines { quantity product { sold freight } } } }',
  );
  expect(answer.data).toEqual({
    order: {
      number: 'SK-o1',
      lines: [
        { quantity: 1, product: { sold: 1, freight: null } },
        { quantity: 2, product: { sold: 2, freight: null } },
      ],
    },
  });
  expect(answer.errors).toMatchObject(
    [0, 1].map((i) => ({
      path: ['order', 'lines', i, 'product', 'freight'],
      extensions: { code: 'SUBGRAPH_TIMEOUT', service: 'products' },
    })),
  );
});

test('the concrete type of an interface object is missed without its owner', async () => {
  await graph.subgraph('accounts').stop();
  const answer = await graph.ask('{ order(id: "o1") { id customer { __typename orderCount } } }');
  await graph.subgraph('accounts').start();
  expect(answer.data).toEqual({ order: { id: 'o1', customer: null } });
  expect(answer.errors).toMatchObject([
    { path: ['order', 'customer', '__typename'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
  ]);
});

test("a service's coded error passes with the client's path and nothing internal", async () => {
  const answer = await graph.ask(
    '{ orders { lines { product { soul: mood } } } products { mood } }',
  );
  const moody = (path: unknown[]) => ({
    message: 'Moody.',
    path,
    extensions: { code: 'NOT_FOUND', hint: 'tea', service: 'products' },
  });
  const errors = answer.errors?.map(({ message, path, extensions }) => ({
    message,
    path,
    extensions,
  }));
  expect(errors).toHaveLength(2);
  expect(errors).toContainEqual(moody(['orders', 0, 'lines', 1, 'product', 'soul']));
  expect(errors).toContainEqual(moody(['products', 1, 'mood']));
});

test('an uncoded error of a service is masked', async () => {
  const answer = await graph.ask('{ broken viewer { name } }');
  expect(answer.data).toEqual({ broken: null, viewer: { name: 'Mina' } });
  expect(answer.errors).toMatchObject([
    {
      message: 'The service "accounts" failed.',
      path: ['broken'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'accounts' },
    },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/SELECT|10\.0\.0\.7|secret/);
});

test('a null where none may be takes its parent, with one error', async () => {
  const answer = await graph.ask('{ product(id: "p2") { title always } }');
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ product: null });
  expect(answer.errors).toMatchObject([{ path: ['product', 'always'] }]);
  expect(answer.errors).toHaveLength(1);
});

test('a missing non-null field of a dead service takes its parent only', async () => {
  await graph.subgraph('shipping').stop();
  const answer = await graph.ask('{ orders { id } order(id: "o1") { id weightSent } }');
  await graph.subgraph('shipping').start();
  expect(answer.data).toEqual({ orders: [{ id: 'o1' }, { id: 'o2' }], order: null });
  expect(answer.errors).toMatchObject([
    { path: ['order', 'weightSent'], extensions: { service: 'shipping' } },
  ]);
});

test.each(['failA', 'insistA'])('a refusal by the mutation %s is told once', async (field) => {
  const answer = await graph.ask(`mutation { ${field} }`);
  expect(answer.errors).toEqual([expect.objectContaining({ message: 'No more.', path: [field] })]);
});
