import { expect, test } from 'vitest';
import type { Comparison } from '../check/checker.ts';
import { sideOf } from '../check/side.ts';
import { rest } from './rest-checker.ts';

const SDL = `type Query {
  book(id: ID!): Book
  books(first: Int, language: Language): [Book!]!
}
type Mutation {
  order(input: OrderInput!): OrderResult!
}
enum Language { EN KO }
input OrderInput { bookId: ID! count: Int }
union OrderResult = Order | SoldOut
type Order { id: ID! }
type SoldOut { message: String! }
type Book { id: ID! title: String! language: Language }
`;
const FILES = {
  'rest/routes.yaml': `title: Books
version: '1'
statuses: { SoldOut: 409 }
routes:
  - { method: GET, path: '/books/{id}', document: book.graphql, summary: Read a book }
  - { method: GET, path: /books, document: books.graphql, summary: List books }
  - { method: POST, path: /orders, document: order.graphql, summary: Order a book, body: input }
`,
  'rest/book.graphql': 'query Book($id: ID!) { book(id: $id) { id title } }',
  'rest/books.graphql':
    'query Books($first: Int, $language: Language) { books(first: $first, language: $language) { title language } }',
  'rest/order.graphql':
    'mutation Order($input: OrderInput!) { order(input: $input) { __typename ... on Order { id } ... on SoldOut { message } } }',
};
type Change = { sdl?: readonly [string, string]; file?: readonly [string, string, string] };

const side = ({ sdl: [from, to] = ['', ''], file: [name, old, text] = ['', '', ''] }: Change) => {
  const files: Record<string, string> = { ...FILES };
  if (name !== '') files[name] = (files[name] ?? '').replace(old, text);
  const tree = { name: 'memory', read: (each: string) => files[each] ?? null, glob: () => [] };
  return sideOf(tree, [
    { name: 'a', url: 'http://127.0.0.1/', file: 'a.graphql', sdl: SDL.replace(from, to) },
  ]);
};
const base = side({});
const found = async (change: Change) => {
  const findings = await rest.check({
    ...{ base, head: side(change), config: { rest: { folder: 'rest' } } },
  } as unknown as Comparison);
  return findings.map(
    ({ severity, rule, coordinate, place }) =>
      `${severity} ${rule} ${coordinate} ${place?.file}:${place?.line}`,
  );
};
const at = (line: number) => `rest/routes.yaml:${line}`;

test('routes that stay as they are have nothing to be told of', async () => {
  expect(await found({})).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    'a field that a route selects can be null now',
    { sdl: ['title: String!', 'title: String'] },
    `breaking RESPONSE_FIELD_NULLABLE GET /rest/books#200[].title ${at(6)}`,
  ],
  [
    'a field that a route selects is gone from the graph',
    { sdl: ['title: String!', 'name: String!'] },
    `breaking ROUTE_OUT_OF_SERVICE GET /rest/books/{id} ${at(5)}`,
  ],
  [
    'a document selects a field less',
    { file: ['rest/book.graphql', 'id title', 'title'] },
    `breaking RESPONSE_FIELD_REMOVED GET /rest/books/{id}#200.id ${at(5)}`,
  ],
  [
    'an enum has a value more',
    { sdl: ['EN KO', 'EN KO DE'] },
    `dangerous RESPONSE_FIELD_VALUES_ADDED GET /rest/books#200[].language ${at(6)}`,
  ],
  [
    'an enum has a value less',
    { sdl: ['EN KO', 'EN'] },
    `breaking REQUEST_FIELD_VALUES_REMOVED GET /rest/books#query.language ${at(6)}`,
  ],
  [
    'a parameter is required',
    {
      sdl: ['first: Int,', 'first: Int!,'],
      file: ['rest/books.graphql', '$first: Int,', '$first: Int!,'],
    },
    `breaking PARAMETER_REQUIRED GET /rest/books#query.first ${at(6)}`,
  ],
  [
    'an input has a required field more',
    { sdl: ['bookId: ID!', 'bookId: ID! address: String!'] },
    `breaking REQUEST_FIELD_ADDED_REQUIRED POST /rest/orders#body.address ${at(7)}`,
  ],
  [
    'an input has a field less',
    { sdl: ['bookId: ID! count: Int', 'bookId: ID!'] },
    `breaking REQUEST_FIELD_REMOVED POST /rest/orders#body.count ${at(7)}`,
  ],
  [
    'a route asks for a sign-in',
    { file: ['rest/routes.yaml', 'List books', 'List books, viewer: required'] },
    `breaking SIGN_IN_REQUIRED GET /rest/books ${at(6)}`,
  ],
  [
    'an answer has another status',
    { file: ['rest/routes.yaml', 'SoldOut: 409', 'SoldOut: 200'] },
    `dangerous RESPONSE_FIELD_MEMBER_ADDED POST /rest/orders#200 ${at(7)}`,
  ],
])('%s', async (_, change, expected) => {
  expect(await found(change)).toContain(expected);
});

test('a route that is gone breaks, one that is new does not, one by another parameter name is the same', async () => {
  const moved = await found({ file: ['rest/routes.yaml', 'path: /books,', 'path: /all-books,'] });
  expect(moved).toEqual([
    `breaking ROUTE_REMOVED GET /rest/books ${at(6)}`,
    `safe ROUTE_ADDED GET /rest/all-books ${at(6)}`,
  ]);
});

test('a manifest that cannot be used is told, not passed over', async () => {
  expect(await found({ file: ['rest/routes.yaml', 'routes:', 'roads:'] })).toEqual([
    'invalid REST_UNREADABLE rest rest/routes.yaml:1',
  ]);
});
