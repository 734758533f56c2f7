import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { isolateClientFields } from './client-aliases.ts';
import { planCache } from './plan-cache.ts';
import { broughtBy } from './selection-tree.ts';

const required = { names: new Set(['price', 'weight', 'id']), withArguments: new Set(['price']) };

test('fields that @requires cannot be mixed up with stay as they are', () => {
  const document = parse('{ p { id weight title(upper: true) name: title } }');
  expect(isolateClientFields(document, required).document).toBe(document);
});

test('fields under a name that @requires reads get a name of ours and find back', () => {
  const document = parse(
    '{ p { price(c: USD) { amount } ...F } } fragment F on P { weight: title price(c: USD) { currency } }',
  );
  const isolated = isolateClientFields(document, required);
  expect(print(isolated.document)).toBe(
    print(
      parse(`{ p { price__client_0: price(c: USD) { amount } ...F } }
      fragment F on P { weight__client_1: title price__client_0: price(c: USD) { currency } }`),
    ),
  );
  expect([...isolated.clientName]).toEqual([
    ['price__client_0', 'price'],
    ['weight__client_1', 'weight'],
  ]);
  expect([...isolated.fetchedAs.values()]).toHaveLength(3);
});

test('a selection tree has the names that a fetch brings, aliases of the planner undone', () => {
  const tree = broughtBy(
    `query($representations: [_Any!]!) { _entities(representations: $representations) {
      ...F ... on B { x__alias_0: y { z } } } } fragment F on A { a: b c { d } }`,
    true,
    (name) => name.replace('__alias_0', ''),
  );
  expect([...tree.keys()]).toEqual(['a', 'c', 'x']);
  expect([...(tree.get('x') ?? [])]).toEqual([['z', null]]);
});

test('a plan cache forgets what was used least recently', () => {
  const cache = planCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect(cache.get('b')).toBeUndefined();
  expect(cache.recent(2)).toEqual([3, 1]);
});
