import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { validateOperation } from './validate-operation.ts';

const schema = buildSchema('type Query { item(id: ID): Item } type Item { id: ID! }');

test.each([
  'query Q($id: ID) { item(id: $id) { id } }',
  'query Q($id: Idd) { item(id: $id) { id } }',
  '{ item { ... on Itemm { id } } }',
  '{ item { ...F } } fragment F on Itm { id }',
  '{ itm { id } }',
])('says of %s what GraphQL says', (text) => {
  const document = parse(text);
  const messages = (errors: readonly Error[]) => errors.map(({ message }) => message).sort();
  expect(messages(validateOperation(schema, document))).toEqual(
    messages(validate(schema, document)),
  );
});
