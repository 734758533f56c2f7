import path from 'node:path';
import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import { workingTree } from '../source/working-tree.ts';
import { lint } from './lint-checker.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const nowhere = { name: 'memory', read: () => null, glob: () => [] };
const side = (subgraphs: Record<string, string>) =>
  sideOf(
    nowhere,
    Object.entries(subgraphs).map(([name, sdl]) => ({
      ...{ name, url: 'http://127.0.0.1/', file: `${name}.graphql`, sdl },
    })),
  );
const found = async (
  head: string | Record<string, string>,
  { base = {}, all = false, rules = {} as Record<string, string> } = {},
) => {
  const findings = await lint.check({
    ...{ base: side(base), now: NOW, config: { lint: { all, rules } } },
    head: side(typeof head === 'string' ? { a: head } : head),
  } as unknown as Comparison);
  return findings
    .filter(({ rule }) => rule !== 'DESCRIPTION_MISSING' || 'DESCRIPTION_MISSING' in rules)
    .map(({ rule, coordinate, place }) => `${rule} ${coordinate} ${place?.line}`);
};

test('names have their form', async () => {
  expect(
    await found('type order_line {\n Size(In: Int): Int\n}\nenum Color {\n red\n DARK_RED\n}'),
  ).toEqual([
    'TYPE_NAME order_line 1',
    'FIELD_NAME order_line.Size 2',
    'FIELD_NAME order_line.Size(In:) 2',
    'ENUM_VALUE_NAME Color.red 5',
  ]);
});

test('what nobody describes is told once, what somebody describes is not', async () => {
  const a = '"A thing."\ntype T @key(fields: "id") {\n "Its id."\n id: ID!\n}';
  const b = 'type T @key(fields: "id") { id: ID! size: Int }';
  expect(await found({ a, b }, { rules: { DESCRIPTION_MISSING: 'error' } })).toEqual([
    'DESCRIPTION_MISSING T.size 1',
  ]);
});

test.each([
  ['without a reason', '@deprecated', 'DEPRECATION_REASON T.f 1'],
  ['without a day', '@deprecated(reason: "Use g.")', 'DEPRECATION_DATE T.f 1'],
  [
    'without a real day',
    '@deprecated(reason: "Removed after 2026-13-01")',
    'DEPRECATION_DATE T.f 1',
  ],
  [
    'that is over',
    '@deprecated(reason: "Use g. Removed after 2026-05-31.")',
    'DEPRECATION_OVERDUE T.f 1',
  ],
])('a deprecation %s is told', async (_, directive, expected) => {
  expect(await found(`type T { f: Int ${directive} }`)).toEqual([expected]);
});

test('a deprecation with a reason and a day to come is as it should be', async () => {
  const reason = '@deprecated(reason: "Use g. Removed after 2026-06-01.")';
  expect(await found(`type T { f: Int ${reason} }`)).toEqual([]);
});

test('connections have the shape of Relay and are paged', async () => {
  const paged = `type Query {
    good(first: Int, after: String): XConnection!
    bad(first: Int): XConnection!
  }
  type XConnection { edges: [XEdge!]! pageInfo: PageInfo! }
  type XEdge { node: Int cursor: String! }`;
  expect(await found(paged)).toEqual(['CONNECTION_ARGUMENTS Query.bad 3']);
  expect(
    await found('type XConnection { nodes: [Int!]! pageInfo: PageInfo }\ntype XEdge { node: Int }'),
  ).toEqual(['CONNECTION_SHAPE XConnection 1', 'EDGE_SHAPE XEdge 2']);
});

test('what leads to an entity of another subgraph can be null', async () => {
  const owner = 'type Product @key(fields: "id") { id: ID! title: String! }';
  const line = (type: string) =>
    `type Line { product: ${type} }\ntype Product @key(fields: "id") { id: ID! }`;
  const rule = 'ENTITY_REFERENCE_NON_NULL Line.product 1';
  expect(await found({ a: owner, b: line('Product!') })).toEqual([rule]);
  expect(await found({ a: owner, b: line('[Product!]!') })).toEqual([rule]);
  expect(await found({ a: owner, b: line('Product') })).toEqual([]);
  expect(await found({ a: owner, b: line('[Product]!') })).toEqual([]);
  // Who has fields of its own to give is no mere reference.
  expect(await found({ a: `${owner}\ntype Line { product: Product! }` })).toEqual([]);
});

test('what the base has already is let be, unless all is asked for', async () => {
  const base = { a: 'type t { f: Int }' };
  expect(await found('type t { f: Int G: Int }', { base })).toEqual(['FIELD_NAME t.G 1']);
  expect(await found('type t { f: Int }', { base, all: true })).toEqual(['TYPE_NAME t 1']);
});

test('time alone makes a deprecation overdue, so that is told', async () => {
  const a = 'type T { f: Int @deprecated(reason: "Removed after 2026-05-31.") }';
  expect(await found(a, { base: { a } })).toEqual(['DEPRECATION_OVERDUE T.f 1']);
});

test('a rule can be off', async () => {
  expect(await found('type t { f: Int }', { rules: { TYPE_NAME: 'off' } })).toEqual([]);
});

test('the subgraphs of this repository are as the lint wants them', async () => {
  const tree = workingTree(path.resolve(import.meta.dirname, '../../..'));
  const own = sideOf(tree, readSupergraphConfig(tree, 'supergraph.yaml'));
  expect(own.subgraphs.length).toBeGreaterThan(1);
  const config = { lint: { all: true, rules: {} } };
  expect(
    await lint.check({ base: own, head: own, now: NOW, config } as unknown as Comparison),
  ).toEqual([]);
});
