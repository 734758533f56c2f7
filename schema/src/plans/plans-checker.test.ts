import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import type { Operation } from '../operations/operation.ts';
import { overlaidTree } from '../source/overlaid-tree.ts';
import { workingTree } from '../source/working-tree.ts';
import { plans } from './plans-checker.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@override", "@external", "@requires", "@cost"])\n';
const PRODUCTS =
  'type Query { products: [Product!]! shop: String } type Product @key(fields: "id") { id: ID! title: String weight: Int }';
const STOCK = 'type Product @key(fields: "id") { id: ID! stock: Int }';
const PAGE = 'query Page { products { title stock } }';

const side = (subgraphs: Record<string, string>) =>
  sideOf(
    overlaidTree(workingTree('/nowhere'), new Map()),
    Object.entries(subgraphs).map(([name, sdl]) => ({
      ...{ name, url: `http://${name}`, file: `${name}.graphql`, sdl: LINK + sdl },
    })),
  );

/** What is said of operations, and of how many a plan was made. */
async function checked(
  before: Record<string, string>,
  after: Record<string, string>,
  ...texts: string[]
) {
  const operations = texts.map((text): Operation => {
    const name = /^\w+ (\w+)/.exec(text)?.[1] ?? '';
    return { client: 'app', name, document: parse(text) };
  });
  const told: string[] = [];
  const comparison = {
    ...{ base: side(before), head: side(after), now: new Date() },
    known: () => ({ operations, usage: 'not-configured', findings: [] }),
    progress: (line: string) => void told.push(line),
    signal: new AbortController().signal,
  } as unknown as Comparison;
  const findings = await plans.check(comparison);
  return {
    told,
    findings: findings.map(({ rule, coordinate, message }) => ({ rule, coordinate, message })),
  };
}

test('a field that moves to a third service costs its operations a hop where it is needed first', async () => {
  const ships =
    'type Product @key(fields: "id") { id: ID! weight: Int @external fee: Int @requires(fields: "weight") }';
  const before = { products: PRODUCTS, ships };
  const after = {
    products: PRODUCTS.replace(' weight: Int', ''),
    weights: 'type Product @key(fields: "id") { id: ID! weight: Int }',
    ships,
  };
  const fee = 'query Fee { products { fee } }';
  expect(await checked(before, after, fee, 'query Shop { shop }')).toEqual({
    told: ['planning 1 of the operations'],
    findings: [
      {
        ...{ rule: 'PLAN_HOP_ADDED', coordinate: 'Fee' },
        message:
          'It waits for 3 requests one after another, 2 before; 3 fetches, 2 before (weights 1, 0 before).',
      },
    ],
  });
  expect((await checked(after, before, fee)).findings).toMatchObject([{ rule: 'PLAN_IMPROVED' }]);
});

test('one request more at the same time is a fetch more, not a hop', async () => {
  const before = { products: PRODUCTS, stock: STOCK.replace('stock: Int', 'stock: Int sold: Int') };
  const after = {
    ...{ products: PRODUCTS, stock: STOCK },
    sales: 'type Product @key(fields: "id") { id: ID! sold: Int }',
  };
  const { findings } = await checked(before, after, 'query Both { products { stock sold } }');
  expect(findings).toMatchObject([
    { rule: 'PLAN_FETCHES_ADDED', message: expect.stringMatching(/^It takes 3 fetches, 2 before/) },
  ]);
});

test('an operation is planned in each state of its override labels, and the state is named', async () => {
  const moved =
    'type Product @key(fields: "id") { id: ID! stock: Int title: String @override(from: "products", label: "percent(10)") }';
  const titles = 'query Titles { products { title } }';
  const { findings } = await checked(
    { products: PRODUCTS, stock: STOCK },
    { products: PRODUCTS, stock: moved },
    titles,
  );
  expect(findings).toMatchObject([
    { rule: 'PLAN_HOP_ADDED', message: expect.stringContaining('label percent(10) on') },
  ]);
});

test('what no operation needs is not planned, and an equal graph is not looked at', async () => {
  const before = { products: PRODUCTS, stock: STOCK };
  const same = await checked(before, before, PAGE);
  const other = await checked(
    before,
    {
      ...before,
      news: 'type Query { news: String }',
      products: `${PRODUCTS} type Other { a: Int }`,
    },
    PAGE,
  );
  expect([same, other]).toEqual([
    { told: [], findings: [] },
    { told: [], findings: [] },
  ]);
});

test('an operation that is not valid any more is left to those who tell of that', async () => {
  const after = { products: PRODUCTS, stock: STOCK.replace(' stock: Int', ' left: Int') };
  const { findings } = await checked({ products: PRODUCTS, stock: STOCK }, after, PAGE);
  expect(findings).toEqual([]);
});

test('a cost that doubles is told', async () => {
  const dear = PRODUCTS.replace('title: String', 'title: String @cost(weight: 5)');
  const { findings } = await checked(
    { products: PRODUCTS },
    { products: dear },
    'query T { products { title } }',
  );
  expect(findings).toEqual([
    {
      ...{ rule: 'PLAN_COST_RAISED', coordinate: 'T' },
      message: 'Its estimated cost is 60, 10 before.',
    },
  ]);
});
