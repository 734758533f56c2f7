import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { compiledQueries } from './compiled-queries.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Instant
  enum Colour { RED GREEN }
  interface Being @key(fields: "id") { id: ID! name: String! }
  type Cat implements Being @key(fields: "id") { id: ID! name: String! lives: Int! kittens: [Cat!] }
  type Dog implements Being @key(fields: "id") { id: ID! name: String! tricks: [String] }
  union Pet = Cat | Dog
  input Wish { name: String = "Tom", born: Instant }
  type Query {
    cat(id: ID, loud: Boolean! = false): Cat
    pets: [Pet!]
    beings: [Being]
    echo(wish: Wish, colour: Colour, words: [String!] = ["a"]): String
    born: Instant
    method(times: Int = 2): Int
    slow: String!
    refused: String
    refusedLate: String
    nothing: String!
    list: [Int!]
    late: [Int]
    notAList: [Int]
    odd: Pet
    wrongInt: Int
    path: String
  }
  type Mutation { touch: Int }
`);

const cat = { __typename: 'Cat', id: '1', name: 'Mia', lives: 9 };
const dog = { __typename: 'Dog', id: '2', name: async () => 'Rex', tricks: ['sit', null] };
const later = <Value>(value: Value) => new Promise<Value>((done) => setImmediate(done, value));
const fail = (message: string) => {
  throw new Error(message);
};

const resolvers = {
  Query: {
    cat: (_: unknown, { id, loud }: { id?: string; loud: boolean }) =>
      id === '9' ? null : later({ ...cat, name: loud ? 'MIA' : 'Mia' }),
    pets: () => [cat, later(dog)],
    beings: async () => [dog, null, cat],
    echo: (_: unknown, args: object) => JSON.stringify(args),
    born: () => new Date(0),
    slow: () => later('slow'),
    refused: () => fail('no'),
    refusedLate: async () => fail('no, later'),
    nothing: () => null,
    list: () => [1, null, 3],
    late: () => [Promise.reject(new Error('first')), later(2), Promise.reject(new Error('third'))],
    notAList: () => 7,
    odd: () => ({ __typename: 'Bird' }),
    wrongInt: () => 'seven',
    path: (_: unknown, __: unknown, ___: unknown, { path }: { path: { key: string } }) => path.key,
  },
  Cat: {
    kittens: ({ id }: { id: string }) =>
      id === '1' ? later([{ id: '3', name: 'Kit', lives: 9 }]) : null,
    __resolveReference: ({ id }: { id: string }) =>
      id === '0' ? Promise.reject(new Error('no cat')) : later(id === '1' ? { ...cat } : null),
  },
  Dog: { __resolveReference: ({ id }: { id: string }) => ({ ...dog, id }) },
  Being: {
    __resolveType: ({ id }: { id: string }) => (id === '2' ? 'Dog' : 'Cat'),
    __resolveReference: ({ id }: { id: string }) => later(id === '2' ? { ...dog } : { ...cat }),
  },
};
const schema = buildSubgraphSchema([{ typeDefs, resolvers }] as never);
const answers = compiledQueries(schema);

async function both(
  source: string,
  variables: Record<string, unknown> = {},
  operationName?: string,
) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const context = { some: 'context' };
  const asked = { document, variables, operationName, context };
  const [first, again] = [await answers(asked), await answers(asked)];
  const expected = await execute({
    schema,
    document,
    variableValues: variables,
    operationName,
    contextValue: context,
  });
  return { first: JSON.stringify(first), again: JSON.stringify(again), expected };
}

const beings = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  __typename ... on Being { id name } ... on Cat { lives kittens { id } } } }`;
const of = (...keys: [type: string, id: string][]) => ({
  representations: keys.map(([__typename, id]) => ({ __typename, id })),
});

test.each<[string, string, Record<string, unknown>?, string?]>([
  ['fields, aliases, promises', '{ b: slow cat(id: "1") { second: name id lives } a: slow }'],
  ['null', '{ cat(id: "9") { id } }'],
  [
    'fields of one name merged',
    '{ cat { id } cat { name kittens { lives } } ...F } fragment F on Query { cat { kittens { name } } }',
  ],
  [
    'unions and their type names',
    '{ pets { __typename ... on Cat { lives } ... on Dog { tricks name } } }',
  ],
  ['interfaces with null among them', '{ beings { id name ... on Dog { tricks } __typename } }'],
  ['defaults', '{ echo cat { name } method }'],
  ['literals', '{ echo(wish: { born: 7 }, colour: RED, words: "x") cat(loud: true) { name } }'],
  [
    'variables',
    'query ($w: Wish, $c: Colour = GREEN, $id: ID) { echo(wish: $w, colour: $c) cat(id: $id) { id } }',
    { w: { name: null }, id: 1 },
  ],
  [
    'a variable inside a literal',
    'query ($n: String) { echo(wish: { name: $n }) }',
    { n: 'Jerry' },
  ],
  ['a variable that is not given', 'query ($n: String) { echo(wish: { name: $n }) }'],
  ['skip and include, said', '{ slow @skip(if: true) born @include(if: true) }'],
  [
    'include of true',
    'query ($on: Boolean!) { slow @include(if: $on) born @skip(if: $on) cat { id } }',
    { on: true },
  ],
  [
    'include of false',
    'query ($on: Boolean!) { ... @include(if: $on) { slow } born @skip(if: $on) }',
    { on: false },
  ],
  ['one of several operations', 'query A { slow } query B { born }', {}, 'B'],
  ['entities', beings, of(['Cat', '1'], ['Dog', '2'], ['Cat', '5'])],
  ['entities by interface', beings, of(['Being', '2'], ['Being', '1'])],
  [
    'introspection',
    '{ __schema { queryType { name } } __type(name: "Cat") { fields { name type { kind ofType { name } } } } _service { sdl } }',
  ],
])('compiled, the answer is the same to the letter: %s', async (_, source, variables, name) => {
  const { first, again, expected } = await both(source, variables, name);
  expect(expected.errors).toBeUndefined();
  expect(first).toBe(JSON.stringify(expected.data));
  expect(again).toBe(first);
});

test.each<[string, string, Record<string, unknown>?, string?]>([
  ['a resolver throws', '{ slow refused }'],
  ['a resolver rejects', '{ slow refusedLate }'],
  ['null where none may be', '{ nothing }'],
  ['null in a list', '{ list }'],
  ['items reject', '{ late }'],
  ['items reject after a failure', '{ late refused }'],
  ['no list', '{ notAList }'],
  ['no possible type', '{ odd { __typename } }'],
  ['no integer', '{ wrongInt }'],
  ['an entity rejects', beings, of(['Cat', '0'], ['Cat', '1'])],
  ['an entity of no type', beings, of(['Bird', '0'])],
  ['a bad variable', 'query ($id: ID) { cat(id: $id) { id } }', { id: {} }],
  ['a variable is missing', 'query ($id: Boolean!) { cat(loud: $id) { id } }'],
])('left to graphql-js: %s', async (_, source, variables, name) => {
  const { first, again, expected } = await both(source, variables, name);
  expect(expected.errors).not.toBeUndefined();
  expect([first, again]).toEqual(['null', 'null']);
});

test('left to graphql-js: mutations, unknown operations, a resolver that wants its path', async () => {
  expect((await both('mutation { touch }')).first).toBe('null');
  expect((await both('query A { slow }', {}, 'B')).first).toBe('null');
  expect((await both('{ path }')).first).toBe('null');
});

test('resolvers get no arguments that they could change for others', async () => {
  const { first } = await both('{ echo(words: ["x"]) }');
  expect(first).toBe('{"echo":"{\\"words\\":[\\"x\\"]}"}');
});
