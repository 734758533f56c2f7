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

test.each([
  ['mutation { add }', 'The mutation operation is not supported by the schema.'],
  [
    'subscription S($is: Boolean!) { ticks @skip(if: $is) }',
    'Subscription "S" must not use `@skip` or `@include` directives in the top level selection.',
  ],
])('says of %s what graphql-js 16 does not', (text, message) => {
  const streaming = buildSchema('type Query { item: ID } type Subscription { ticks: Int }');
  expect(validateOperation(streaming, parse(text)).map((error) => error.message)).toEqual([
    message,
  ]);
});
