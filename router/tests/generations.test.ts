import { composeServices } from '@apollo/composition';
import { createLogger } from '@souk/platform/log';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGeneration } from '../src/generation/generation.ts';
import { generations } from '../src/generation/generations.ts';
import { composed, startGraph, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph({ REQUEST_DEADLINE_MS: '1500', FETCH_DEADLINE_MS: '30000' });
});
afterAll(() => graph.close());

const log = createLogger({ name: 'test', level: 'silent' });

function supergraphOf(sdl: string): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'a', url: 'http://a', typeDefs: parse(sdl) },
  ]);
  if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

test.each([
  [
    '@context',
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@context", "@fromContext"])
     type Query { a: A }
     type A @key(fields: "id") @context(name: "c") { id: ID! n: Int! b: B! }
     type B @key(fields: "id") { id: ID! f(n: Int @fromContext(field: "$c { n }")): Int }`,
  ],
])('a supergraph that needs %s is refused by name', (name, sdl) => {
  expect(() => buildGeneration(supergraphOf(sdl), { maxPlans: 1 })).toThrow(name);
});

test('security of a version that is not known is refused, whatever its link is for', () => {
  const sdl = supergraphOf('type Query { a: Int }').replace(
    '@link(url: "https://specs.apollo.dev/link/v1.0")',
    '@link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/authenticated/v0.9")',
  );
  expect(() => buildGeneration(sdl, { maxPlans: 1 })).toThrow('authenticated/v0.9');
});

test.each([
  ['no GraphQL', 'type Query {'],
  ['no supergraph', 'type Query { a: Int }'],
])('%s is no generation', (_, sdl) => {
  expect(() => buildGeneration(sdl, { maxPlans: 1 })).toThrow();
});

test('the next generation is warm with the operations in use that are still valid', async () => {
  const sdl = composed(graph.subgraphs);
  const all = generations(sdl, { maxPlans: 10, log });
  const first = all.current();
  const used = [
    { hash: 'a', document: parse('{ viewer { id } }'), operationName: undefined },
    { hash: 'b', document: parse('{ broken }'), operationName: undefined },
  ];
  for (const source of used) first.compile(source);
  const told: string[] = [];
  all.onNext(({ id }) => told.push(id));
  expect(await all.offer(sdl.replace('broken: String', 'whole: String'))).toBe(true);
  expect(told).toEqual([all.current().id]);
  expect(all.current()).not.toBe(first);
  expect(
    all
      .current()
      .inUse(10)
      .map(({ hash }) => hash),
  ).toEqual(['a']);
  expect(all.of(first.api)).toBe(first);
  expect(await all.offer('type Query {')).toBe(false);
  expect(told).toHaveLength(1);
});

test('a request deadline ends what hangs, and the rest is answered', async () => {
  graph.subgraph('shipping').mode = 'hang';
  const startedAt = performance.now();
  const answer = await graph.ask('{ orders { id shipments { id } } }');
  graph.subgraph('shipping').mode = 'ok';
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(answer.data).toMatchObject({ orders: [{ id: 'o1', shipments: null }, { id: 'o2' }] });
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_TIMEOUT', service: 'shipping' });
});
