import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { cachePolicy } from './cache-policy.ts';

const schema = buildSubgraphSchema(
  parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @cacheControl(maxAge: Int!) on OBJECT | FIELD_DEFINITION
  type Query { a: A  b: B  n: Int  m: Int @cacheControl(maxAge: 3)  any: Any }
  type Mutation { a: A }
  interface Any { id: ID! }
  type A implements Any @key(fields: "id") @cacheControl(maxAge: 60) { id: ID! stock: Int @cacheControl(maxAge: 2) b: B secret: Int @cacheControl(maxAge: 0) }
  type B implements Any @key(fields: "id") { id: ID! a: A }`),
);
const age = cachePolicy(schema);

test.each([
  ['{ a { id } }', 60],
  ['{ __typename a { __typename id } }', 60],
  ['{ a { id stock } }', 2],
  ['{ a { b { id } } }', 60],
  ['{ a { id } m }', 3],
  ['{ a { secret } }', 0],
  ['{ b { id } }', 0],
  ['{ b { a { id } } }', 0],
  ['{ n }', 0],
  ['{ any { ... on A { id } } }', 0],
  ['{ a { ...F } } fragment F on A { stock }', 2],
  ['{ ... { n } a { id } }', 0],
  ['{ ...Q } fragment Q on Query { a { id } n }', 0],
  ['{ _entities(representations: []) { ... on A { id } } }', 60],
  ['{ _entities(representations: []) { ... on A { stock } } }', 2],
  ['{ _entities(representations: []) { ... on A { id } ... on B { id } } }', 0],
  ['{ _entities(representations: []) { ...F } } fragment F on B { id }', 0],
  ['{ _service { sdl } }', 0],
  ['mutation { a { id } }', 0],
] as const)('%s may be kept for %i seconds', (query, seconds) => {
  expect(age(parse(query), undefined)).toBe(seconds);
});
