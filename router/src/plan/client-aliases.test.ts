import { type FieldNode, type OperationDefinitionNode, parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { isolateClientFields } from './client-aliases.ts';
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
  const [operation] = document.definitions;
  const [p] = (operation as OperationDefinitionNode).selectionSet.selections as FieldNode[];
  const [price] = (p?.selectionSet?.selections ?? []) as FieldNode[];
  expect(isolated.fetchedAs(price as FieldNode)).toBe('price__client_0');
  expect(isolated.fetchedAs(p as FieldNode)).toBeUndefined();
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
