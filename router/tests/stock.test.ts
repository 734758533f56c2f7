import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraph, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
let stock: ApolloServer;

beforeAll(async () => {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  graph = await startGraph();
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const gateway = new ApolloGateway({ supergraphSdl: graph.supergraph, logger: quiet });
  stock = new ApolloServer({ gateway, logger: quiet });
  await stock.start();
});
afterAll(async () => {
  await stock.stop();
  await graph.close();
});

const OPERATIONS: [string, Record<string, unknown>?][] = [
  ['{ viewer { id name } }'],
  ['{ viewer { __typename id orders { id number customer { name } } } }'],
  [
    '{ people { id name orderCount ... on Staff { roles } ... on Customer { level orders { id } } } }',
  ],
  ['{ products(first: 2) { id title(upper: true) sold price { amount currency } } }'],
  ['{ products { freight weight } }'],
  ['{ products { variants { code name sold productId } } }'],
  ['{ orders { lines { quantity product { title sold freight } variant { sold name } } } }'],
  ['{ orders { shipments { id order { id } } weightSent note } }'],
  ['{ shipments { id must order { number weightSent lines { quantity } } } }'],
  ['{ shelves { id title sold } }'],
  ['{ search(text: "x") { ... on Category { id label } ... on Product { id sold } } }'],
  ['{ media { __typename url ... on Image { w: width } ... on Video { seconds } } }'],
  ['{ a: viewer { n: name } b: viewer { m: id } c: products(first: 1) { t: title s: sold } }'],
  ['query($n: Int!) { products(first: $n) { id } }', { n: 1 }],
  ['query($n: Int = 2) { products(first: $n) { id } }'],
  [
    'query($s: Boolean!) { viewer { id @skip(if: $s) name } orders @include(if: $s) { id } }',
    { s: true },
  ],
  [
    'query($s: Boolean!) { viewer { id @skip(if: $s) name } orders @include(if: $s) { id } }',
    { s: false },
  ],
  ['query($s: Boolean!) { products { id ... @include(if: $s) { sold freight } } }', { s: true }],
  ['query($s: Boolean!) { products { id ... @include(if: $s) { sold freight } } }', { s: false }],
  [
    'query($id: ID!) { product(id: $id) { ...F } } fragment F on Product { title sold variants { ...V } } fragment V on Variant { code sold }',
    { id: 'p2' },
  ],
  ['{ product(id: "none") { title sold } order(id: "o9") { number shipments { id } } }'],
  ['mutation { a: noteA(text: "1") b: noteB(text: "2") }'],
  ['{ __typename viewer { __typename } t: __type(name: "Product") { name kind } }'],
  ['{ __schema { types { name fields { name args { name } } } } }'],
];

test.each(OPERATIONS)('the stock gateway answers the same to %s', async (query, variables = {}) => {
  const response = await stock.executeOperation({ query, variables });
  if (response.body.kind !== 'single') throw new Error('incremental');
  const theirs = JSON.parse(JSON.stringify(response.body.singleResult));
  const { data, errors } = await graph.ask(query, variables);
  expect(theirs.errors).toBeUndefined();
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toBe(JSON.stringify(theirs.data));
});

test('where the client asks with other arguments than @requires, the stock gateway errs', async () => {
  const query = '{ products(first: 1) { price(currency: USD) { amount } freight } }';
  const response = await stock.executeOperation({ query });
  const ours = await graph.ask(query);
  expect(ours.data).toEqual({ products: [{ price: { amount: 10 }, freight: 10_100 }] });
  if (response.body.kind !== 'single') throw new Error('incremental');
  expect(response.body.singleResult.data).not.toEqual(ours.data);
});
