import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composed } from '../../tests/graph/start.ts';
import { SUPPORTED_FEATURES } from '../generation/features.ts';
import { demandControl } from './cost.ts';
import { costDirectiveNames } from './cost-directives.ts';
import { judgeDemand } from './demand.ts';

function controlOf(listSize: number, ...sdls: string[]) {
  const subgraphs = sdls.map((sdl, i) => ({ name: `s${i}`, url: 'http://s', sdl }));
  const sdl = composed(subgraphs as unknown as Parameters<typeof composed>[0]);
  const supergraph = Supergraph.build(sdl, { supportedFeatures: SUPPORTED_FEATURES });
  const schema = supergraph.schema.toGraphQLJSSchema();
  return demandControl(schema, costDirectiveNames(supergraph.schema), { listSize });
}

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

/** Apollo's documented examples: docs "Demand Control". */
const books = controlOf(
  10,
  `${link('"@cost", "@listSize"')}
  type Query {
    book(id: ID): Book  bestsellers: [Book] @listSize(assumedSize: 5)  all: [Book]
    newestAdditions(after: ID, limit: Int!): [Book] @listSize(slicingArguments: ["limit"])
  }
  type Mutation { note: Int }
  type Book { title: String  author: Author  publisher: Publisher }
  type Author { name: String }
  type Publisher { name: String  address: Address }
  type Address @cost(weight: 5) { zipCode: Int! }`,
);
const book = '{ title author { name } publisher { name address { zipCode } } }';

test.each([
  [`{ book(id: 1) ${book} }`, {}, 8],
  [`{ bestsellers ${book} }`, {}, 40],
  [`{ newestAdditions(limit: 3) ${book} }`, {}, 24],
  [`query ($n: Int!) { newestAdditions(limit: $n) ${book} }`, { n: 7 }, 56],
  [`{ all { title } }`, {}, 10],
  ['mutation { note }', {}, 10],
  ['{ __typename __schema { types { name } } }', {}, 0],
  [`{ book(id: 1) ${book} bestsellers @skip(if: true) ${book} }`, {}, 8],
  [
    '{ book(id: 1) { ...F } } fragment F on Book { author { name } ... { publisher { name } } }',
    {},
    3,
  ],
])('books: %s with %j costs %i', (query, variables, cost) => {
  expect(books.prepare(parse(query), undefined)(variables)).toBe(cost);
});

/** The schema of Apollo Router's tests of custom costs, default list size 100. */
const custom = controlOf(
  100,
  `${link('{ name: "@cost", as: "@price" }')}
  enum AorB @price(weight: 15) { A B }
  scalar ExpensiveInt @price(weight: 30)
  type ExpensiveObject @price(weight: 40) { id: ID }
  input Inner { cheap: Int  dear: Int @price(weight: 20) }
  type Query {
    fieldWithCost: Int @price(weight: 5)
    argWithCost(arg: Int @price(weight: 10)): Int
    enumWithCost: AorB  scalarWithCost: ExpensiveInt  objectWithCost: ExpensiveObject
    inputWithCost(someInput: Inner, list: [Inner!]): Int
  }`,
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    @link(url: "https://specs.apollo.dev/cost/v0.1", as: "demand")
  type Query {
    assumed: [A!] @demand__listSize(assumedSize: 2000, requireOneSlicingArgument: false)
    sliced(first: Int = 10, last: Int): Sized
      @demand__listSize(slicingArguments: ["first", "last"], sizedFields: ["items"], requireOneSlicingArgument: false)
    page(first: Int, last: Int): [A] @demand__listSize(slicingArguments: ["first", "last"], assumedSize: 50)
  }
  type Sized { items: [A]  total: Int }
  type A { id: ID }`,
);

test.each([
  ['{ fieldWithCost }', {}, 5],
  ['{ argWithCost(arg: 3) }', {}, 10],
  ['query ($a: Int) { argWithCost(arg: $a) }', { a: 3 }, 10],
  ['query ($a: Int) { argWithCost(arg: $a) }', {}, 0],
  ['{ enumWithCost scalarWithCost objectWithCost { id } }', {}, 85],
  ['{ inputWithCost(someInput: { cheap: 1, dear: 2 }) }', {}, 21],
  ['query ($i: Inner) { inputWithCost(someInput: $i) }', { i: { dear: 2 } }, 21],
  ['query ($i: [Inner!]) { inputWithCost(list: $i) }', { i: [{ dear: 2 }, { cheap: 1 }] }, 22],
  ['query ($d: Int) { inputWithCost(someInput: { dear: $d }) }', { d: null }, 1],
  ['{ assumed { id } }', {}, 2_000],
  ['{ sliced { items { id } total } }', {}, 11],
  ['{ sliced(first: 5) { ...F } } fragment F on Sized { items { id } }', {}, 6],
  ['{ sliced(first: 5, last: 9) { items { id } } }', {}, 10],
  ['query ($n: Int = 3) { sliced(first: $n) { items { id } } }', {}, 4],
  ['query ($n: Int = 3) { sliced(first: $n) { items { id } } }', { n: 4 }, 5],
  ['query ($n: Int) { sliced(first: $n) { items { id } } }', { n: -1_000 }, 1],
  ['query ($n: Int) { sliced(first: $n) { items { id } } }', { n: 'many' }, 11],
  ['{ page(first: 3) { id } }', {}, 3],
  ['query ($n: Int) { page(first: $n) { id } }', {}, 50],
])('custom: %s with %j costs %i', (query, variables, cost) => {
  expect(custom.prepare(parse(query), undefined)(variables)).toBe(cost);
});

test('what @requires reads of the parent is paid for', () => {
  const control = controlOf(
    10,
    `${link('"@key"')} type Query { ships: [Ship] } type Ship @key(fields: "id") { id: ID!  owner: Owner } type Owner { name: String }`,
    `${link('"@key", "@external", "@requires"')} type Ship @key(fields: "id") { id: ID!  owner: Owner @external  fee: Int @requires(fields: "owner { name }") } type Owner { name: String @external }`,
  );
  expect(control.prepare(parse('{ ships { id } }'), undefined)({})).toBe(10);
  expect(control.prepare(parse('{ ships { fee } }'), undefined)({})).toBe(20);
});

test('over the limit is refused with the cost, or only measured', () => {
  const estimate = books.prepare(parse('{ bestsellers { title } }'), undefined);
  expect(judgeDemand(estimate, {}, { maxCost: 5, mode: 'enforce' })).toEqual({
    cost: 5,
    result: 'COST_OK',
    refusal: null,
  });
  expect(judgeDemand(estimate, {}, { maxCost: 4, mode: 'enforce' }).refusal).toEqual({
    message: 'The estimated cost of 5 is over the limit of 4.',
    extensions: { code: 'COST_ESTIMATED_TOO_EXPENSIVE', cost: { estimated: 5, max: 4 } },
  });
  const measured = judgeDemand(estimate, {}, { maxCost: 4, mode: 'measure' });
  expect(measured).toEqual({ cost: 5, result: 'COST_ESTIMATED_TOO_EXPENSIVE', refusal: null });
});

test('a field that needs one slicing argument is refused without', () => {
  const estimate = custom.prepare(parse('query ($n: Int) { page(first: $n) { id } }'), undefined);
  const limits = { maxCost: 1_000, mode: 'enforce' } as const;
  expect(judgeDemand(estimate, {}, limits).refusal?.extensions).toMatchObject({
    code: 'COST_QUERY_PARSE_FAILURE',
  });
  expect(judgeDemand(estimate, { n: 1 }, limits).refusal).toBeNull();
});

test('a bomb of fragments is estimated at once', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Book { ...F${i + 1} ...F${i + 1} }`,
  );
  const query = `{ book { ...F0 } } ${fragments.join(' ')} fragment F60 on Book { author { name } }`;
  const startedAt = performance.now();
  expect(books.prepare(parse(query), undefined)({})).toBe(1 + 2 ** 60);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
