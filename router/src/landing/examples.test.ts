import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { answerable } from './examples.ts';

test('of examples those are shown that the graph can answer', () => {
  const schema = buildSchema('type Query { item: ID }');
  const example = (query: string) => ({ name: query, title: query, note: '', query });
  const all = ['{ item }', '{ other }', 'mutation { signIn }', '{'].map(example);
  expect(answerable(all, schema).map(({ name }) => name)).toEqual(['{ item }']);
});
