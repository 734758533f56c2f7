import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { entityKeys } from './entity-keys.ts';
import { tagReader } from './tag-reader.ts';

const schema = buildSchema(`
  directive @join__type(graph: String!, key: String) repeatable on OBJECT | INTERFACE
  type Query { items: [Item!]! }
  interface Item { id: ID! }
  type Mug implements Item @join__type(graph: "A", key: "id") @join__type(graph: "B", key: "sku") { id: ID! sku: ID! inner: Mug }
  type Book implements Item @join__type(graph: "A", key: "id") { id: ID! code: ID! }
  type Pair @join__type(graph: "A", key: "a b") { a: ID! b: ID! }`);
const keys = entityKeys(schema);

function tagged(query: string, data: unknown): string[] {
  const into = new Set<string>();
  tagReader(schema, keys, parse(query)).ofData(data, into);
  return [...into].sort();
}

test('keys of one field are read, composite ones are not', () => {
  expect([...keys]).toEqual([
    ['Mug', ['id', 'sku']],
    ['Book', ['id']],
    ['Pair', []],
  ]);
});

test('an object is tagged by its keys; what is not told may be anything', () => {
  const query = '{ items { __typename ... on Mug { key: id } } }';
  expect(tagged(query, { items: [{ __typename: 'Mug', key: '1' }] })).toEqual([
    'Mug',
    'Mug.id=1',
    'Mug.sku',
  ]);
  expect(tagged('{ items { id } }', { items: [{ id: '1' }] })).toEqual([
    'Book',
    'Book.id=1',
    'Mug',
    'Mug.id=1',
    'Mug.sku',
  ]);
});

test('a name that is the key of one type and not of another tells nothing', () => {
  const query = '{ items { ... on Mug { k: id } ... on Book { k: code } } }';
  expect(tagged(query, { items: [{ k: '7' }] })).toEqual([
    'Book',
    'Book.id',
    'Mug',
    'Mug.id',
    'Mug.sku',
  ]);
});

test('an entity is known by its representation as well, and so are those within it', () => {
  const into = new Set<string>();
  const query = '{ _entities(representations: []) { ... on Mug { sku inner { id } } } }';
  const reader = tagReader(schema, keys, parse(query));
  reader.ofEntity({ sku: 's', inner: { id: '2' } }, '{"__typename":"Mug","id":"1"}', into);
  expect([...into].sort()).toEqual(['Mug', 'Mug.id=1', 'Mug.id=2', 'Mug.sku', 'Mug.sku=s']);
});
