import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { collectFailures } from './failures.ts';
import { copy, mergeInto } from './merge.ts';
import { representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { descend, pathOf } from './targets.ts';

const schema = buildSchema(`
  type Query { a: Node }
  interface Node { id: ID! }
  type Book implements Node { id: ID! }
  type Film implements Node { id: ID! }
`);
const field = (name: string, selections?: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: QueryPlanSelectionNode[]) =>
  ({ kind: 'InlineFragment', typeCondition, selections }) as const;

test('merging goes into objects and equal lists, nulls erase nothing, scalars are replaced', () => {
  const target = { a: { x: 1 }, list: [{ x: 1 }, null], gone: { x: 1 }, n: 1, short: [1] };
  mergeInto(schema, target, {
    a: { y: 2 },
    list: [{ y: 1 }, { y: 2 }],
    gone: null,
    n: 2,
    short: [1, 2],
    added: 0,
  });
  expect(target).toEqual({
    a: { x: 1, y: 2 },
    list: [{ x: 1, y: 1 }, { y: 2 }],
    gone: { x: 1 },
    n: 2,
    short: [1, 2],
    added: 0,
  });
});

test('a concrete type is not replaced by the name of its interface', () => {
  const target = { __typename: 'Book' };
  mergeInto(schema, target, { __typename: 'Node' });
  expect(target.__typename).toBe('Book');
  const unknown = { __typename: 'Node' };
  mergeInto(schema, unknown, { __typename: 'Film' });
  expect(unknown.__typename).toBe('Film');
});

test('merging does not reach prototypes', () => {
  const target: Record<string, unknown> = {};
  mergeInto(
    schema,
    target,
    JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"x": 1}}'),
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.hasOwn(target, 'constructor')).toBe(true);
  expect((Object as unknown as Record<string, unknown>).x).toBeUndefined();
});

test('a copy shares nothing', () => {
  const value = { a: [{ b: 1 }], c: null };
  const copied = copy(value);
  expect(copied).toEqual(value);
  expect(copied.a[0]).not.toBe(value.a[0]);
});

test('a flatten path finds objects in lists of lists, with their paths', () => {
  const data = {
    a: {
      list: [
        [{ b: { x: 1 } }, null],
        [{ b: null }, { b: { x: 2 } }],
      ],
    },
  };
  const found = descend([{ value: data, place: null }], ['a', 'list', '@', '@', 'b']);
  expect(found.map(({ value, place }) => [value, pathOf(place)])).toEqual([
    [{ x: 1 }, ['a', 'list', 0, 0, 'b']],
    [{ x: 2 }, ['a', 'list', 1, 1, 'b']],
  ]);
  expect(descend([{ value: data, place: null }], ['none', '@', 'b'])).toEqual([]);
});

test('a representation has what its type is asked for, nested and in lists', () => {
  const requires = [
    on('Book', field('__typename'), field('id'), field('at', [field('x')])),
    on('Film', field('__typename'), field('reel')),
  ];
  const entity = { __typename: 'Book', id: '1', other: 1, at: [[{ x: 1, y: 2 }], null] };
  expect(representationOf(schema, entity, requires)).toEqual({
    built: { __typename: 'Book', id: '1', at: [[{ x: 1 }], null] },
  });
});

test('an interface condition holds for its implementations', () => {
  const requires = [on('Node', field('__typename'), field('id'))];
  expect(representationOf(schema, { __typename: 'Film', id: '1' }, requires)).toEqual({
    built: { __typename: 'Film', id: '1' },
  });
  expect(representationOf(schema, { __typename: 'Query', id: '1' }, requires)).toEqual({
    missing: null,
  });
});

test('a representation that lacks a nested value names the place of the gap', () => {
  const at = { y: 1 };
  const entity = { __typename: 'Book', at };
  const requires = [on('Book', field('__typename'), field('at', [field('x')]))];
  expect(representationOf(schema, entity, requires)).toEqual({ missing: { at, key: 'x' } });
});

test('rewrites set values and rename aliases by type, falsy values too', () => {
  const representation = { __typename: 'Book', id: '1' };
  applyRewrites(
    schema,
    [{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Node' }],
    representation,
  );
  expect(representation.__typename).toBe('Node');
  const entities = [
    { __typename: 'Film', x__alias_0: 0 },
    { __typename: 'Book', x__alias_0: 1 },
    null,
  ];
  applyRewrites(
    schema,
    [{ kind: 'KeyRenamer', path: ['... on Film', 'x__alias_0'], renameKeyTo: 'x' }],
    entities,
  );
  expect(entities).toEqual([
    { __typename: 'Film', x: 0 },
    { __typename: 'Book', x__alias_0: 1 },
    null,
  ]);
});

test('a failure is noted at the gaps of what a fetch brings, not at what is there', () => {
  const failures = collectFailures(schema);
  const inner = { size: 1 };
  const target = { id: '1', inner };
  const entry = {
    failure: { message: 'no', extensions: { code: 'X', service: 's' } },
    path: undefined,
  };
  const brings = new Map([
    ['id', null],
    ['name', null],
    [
      'inner',
      new Map([
        ['size', null],
        ['weight', null],
      ]),
    ],
  ]);
  failures.noteAll(target, brings, entry);
  expect(failures.at(target, 'id')).toEqual([]);
  expect(failures.at(target, 'name')).toEqual([entry]);
  expect(failures.at(target, 'inner')).toEqual([]);
  expect(failures.at(inner, 'weight')).toEqual([entry]);
});
