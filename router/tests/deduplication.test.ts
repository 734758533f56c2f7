import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startGraph, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph({
    TRANSPORT: JSON.stringify({
      forwardHeaders: ['x-tenant'],
      subgraphs: { products: { deduplicate: false } },
    }),
  });
  // Planned before, so that requests arrive together.
  for (const query of [VIEWER, PRODUCTS, MUTATION]) await graph.ask(query);
});
afterAll(() => graph.close());
beforeEach(() => {
  for (const subgraph of graph.subgraphs) {
    subgraph.received = [];
    subgraph.delayMs = 300;
  }
});

const VIEWER = '{ viewer { name } }';
const PRODUCTS = '{ products { title } }';
const MUTATION = 'mutation { noteA(text: "t") }';
const tenFold = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, make));

test('the same query is sent once while it is under way, and all have its answer', async () => {
  const answers = await tenFold(() => graph.ask(VIEWER));
  for (const { data } of answers) expect(data).toEqual({ viewer: { name: 'Mina' } });
  expect(graph.subgraph('accounts').received.length).toBeLessThan(5);
});

test('what is forwarded tells queries apart: identity above all', async () => {
  await Promise.all([
    graph.ask(VIEWER, {}, { authorization: 'Bearer one' }),
    graph.ask(VIEWER, {}, { authorization: 'Bearer two' }),
    graph.ask(VIEWER, {}, { 'x-tenant': 'three' }),
  ]);
  const { received } = graph.subgraph('accounts');
  expect(received.map(({ headers }) => headers.authorization).sort()).toEqual([
    'Bearer one',
    'Bearer two',
    undefined,
  ]);
  expect(received.filter(({ headers }) => headers['x-tenant'] === 'three')).toHaveLength(1);
});

test('mutations are never shared', async () => {
  await tenFold(() => graph.ask(MUTATION));
  expect(graph.subgraph('accounts').received).toHaveLength(10);
});

test('a subgraph may be left out of it', async () => {
  await tenFold(() => graph.ask(PRODUCTS));
  expect(graph.subgraph('products').received).toHaveLength(10);
});

test('the metrics tell of it, and of no address', async () => {
  const text = await (await fetch(`${graph.router.url}/metrics`)).text();
  expect(text).toMatch(/router_subgraph_deduplicated_total\{subgraph="accounts"[^}]*\} [1-9]/);
  expect(text).toMatch(/router_subgraph_breaker_state\{subgraph="accounts"[^}]*\} 0/);
  expect(text).not.toContain('127.0.0.1');
});
