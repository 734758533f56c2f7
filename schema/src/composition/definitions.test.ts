import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { definitionsOf } from './definitions.ts';

const sdl =
  'schema { query: Q }\nextend schema { mutation: M }\ntype Q { x(y: Int): Int }\ntype M { z: Int }';
const subgraph = { name: 'a', file: 'a.graphql', document: parse(sdl) };

test('a root type of another name is found by the name that it has in the graph, and by its own', () => {
  const { of, around } = definitionsOf([subgraph]);
  for (const coordinate of ['Query.x(y:)', 'Q.x(y:)']) {
    expect(of(coordinate)).toMatchObject([
      { coordinate: 'Query.x(y:)', place: { file: 'a.graphql', line: 3, column: 12 } },
    ]);
  }
  expect(of('Mutation.z')).toMatchObject([{ place: { line: 4 } }]);
  expect(around('a', sdl.indexOf('z: Int'))).toBe('Mutation.z');
});
