import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { operationsIn } from './documents.ts';
import { usesOf } from './uses.ts';

const schema = buildSchema(`
  directive @wrapped(by: Tone) on FIELD
  enum Tone { DRY WET }
  input Part { tone: Tone, size: Int }
  input Filter { name: String, part: Part, any: [Filter!] }
  interface Node { id: ID! }
  type Thing implements Node { id: ID! name(tone: Tone): String tone: Tone }
  type Query { things(filter: Filter, first: Int): [Thing!]! node: Node }
`);
const used = (text: string): string[] =>
  [...usesOf(schema, operationsIn('web', [{ file: 'a.graphql', text }]).operations).keys()].sort();

test('selected fields are used, with their types and the types around them', () => {
  expect(used('{ things { id } }')).toEqual(['ID', 'Query', 'Query.things', 'Thing', 'Thing.id']);
});

test('a field of an interface is used of the interface', () => {
  const coordinates = used('{ node { id ... on Thing { name } } }');
  expect(coordinates).toEqual(expect.arrayContaining(['Node.id', 'Thing', 'Thing.name']));
  expect(coordinates).not.toContain('Thing.id');
});

test('of a literal, only what is written is used', () => {
  const coordinates = used('{ things(filter: { part: { tone: DRY } }) { name(tone: WET) } }');
  expect(coordinates).toEqual(
    expect.arrayContaining([
      ...['Query.things(filter:)', 'Filter', 'Filter.part', 'Part', 'Part.tone'],
      ...['Tone.DRY', 'Tone.WET', 'Thing.name(tone:)'],
    ]),
  );
  expect(coordinates).not.toContain('Part.size');
  expect(coordinates).not.toContain('Query.things(first:)');
});

test('a variable may carry everything that its type can, also through itself', () => {
  const coordinates = used('query ($filter: Filter) { things(filter: $filter) { id } }');
  expect(coordinates).toEqual(
    expect.arrayContaining(['Filter.name', 'Filter.any', 'Part.size', 'Part.tone', 'Tone.DRY']),
  );
});

test('a directive in an operation is used, with its arguments', () => {
  const coordinates = used('{ node { id @wrapped(by: DRY) } }');
  expect(coordinates).toEqual(
    expect.arrayContaining(['@wrapped', '@wrapped(by:)', 'Tone.DRY', 'Tone']),
  );
});
