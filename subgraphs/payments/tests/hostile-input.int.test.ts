import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COUNTS,
  CURSORS,
  entity,
  INSTANTS,
  references,
  TEXTS,
  unclear,
} from '../../../tests/hostile.ts';
import { mina, paymentRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([paymentRecord()]);
});
afterAll(() => stage?.close());

const ofMina = (args: string) =>
  `_entities(representations: [{ __typename: "User", id: "${mina}" }]) {
    ... on User { payments(${args}) { nodes { id } } } }`;

test.each<[string, string, readonly unknown[]]>([
  ['payment', 'query ($value: ID!) { payment(id: $value) { id } }', TEXTS],
  [
    'orderId',
    'query ($value: ID) { payments(filter: { orderId: $value }) { nodes { id } } }',
    TEXTS,
  ],
  [
    'status',
    'query ($value: [PaymentStatus!]) { payments(filter: { status: $value }) { nodes { id } } }',
    TEXTS,
  ],
  [
    'from',
    'query ($value: DateTime) { payments(filter: { createdBetween: { from: $value } }) { nodes { id } } }',
    INSTANTS,
  ],
  [
    'to',
    'query ($value: DateTime) { payments(filter: { createdBetween: { to: $value } }) { nodes { id } } }',
    INSTANTS,
  ],
  ['first', 'query ($value: Int) { payments(first: $value) { nodes { id } } }', COUNTS],
  ['after', 'query ($value: String) { payments(after: $value) { nodes { id } } }', CURSORS],
  ['first of a person', `query ($value: Int) { ${ofMina('first: $value')} }`, COUNTS],
  ['after of a person', `query ($value: String) { ${ofMina('after: $value')} }`, CURSORS],
  ['the entity Payment', entity(), references('Payment')],
  ['the entity Refund', entity(), references('Refund')],
  ['the entity Order', entity('... on Order { payment { id } }'), references('Order')],
  ['the entity User', entity('... on User { payments { nodes { id } } }'), references('User')],
])('hostile input gets a clear answer: %s', async (_, source, values) => {
  expect(await unclear(stage, source, values, stage.tokens.admin)).toEqual([]);
});

test("an empty order id finds no payments, rather than everybody's", async () => {
  const source = '{ payments(filter: { orderId: "" }) { nodes { id } } }';
  expect(await stage.codes(source, {}, stage.tokens.support)).toEqual(['BAD_USER_INPUT']);
});
