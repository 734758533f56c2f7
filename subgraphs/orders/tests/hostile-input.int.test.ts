import { newId } from '@souk/platform/ids';
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
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let ada: Person;
beforeAll(async () => {
  stage = await openStage();
  ada = await stage.person(['admin']);
  await stage.add({ variantId: stage.catalogue.put().variantId }, ada.token);
});
afterAll(() => stage?.close());

const someone = newId();
const ofSomeone = (args: string) =>
  `_entities(representations: [{ __typename: "User", id: "${someone}" }]) {
    ... on User { orders(${args}) { nodes { id } } } }`;

test.each<[string, string, readonly unknown[]]>([
  ['order', 'query ($value: ID!) { order(id: $value) { id } }', TEXTS],
  [
    'orderByNumber',
    'query ($value: String!) { orderByNumber(number: $value) { id } }',
    [...TEXTS, 'SK-2026-000001\n', `SK-2026-${'1'.repeat(9_000)}`],
  ],
  [
    'customerId',
    'query ($value: ID) { orders(filter: { customerId: $value }) { nodes { id } } }',
    TEXTS,
  ],
  [
    'status',
    'query ($value: [OrderStatus!]) { orders(filter: { status: $value }) { nodes { id } } }',
    TEXTS,
  ],
  [
    'from',
    'query ($value: DateTime) { orders(filter: { placedBetween: { from: $value } }) { nodes { id } } }',
    INSTANTS,
  ],
  [
    'to',
    'query ($value: DateTime) { orders(filter: { placedBetween: { to: $value } }) { nodes { id } } }',
    INSTANTS,
  ],
  ['first', 'query ($value: Int) { orders(first: $value) { nodes { id } } }', COUNTS],
  ['after', 'query ($value: String) { orders(after: $value) { nodes { id } } }', CURSORS],
  ['first of a person', `query ($value: Int) { ${ofSomeone('first: $value')} }`, COUNTS],
  ['after of a person', `query ($value: String) { ${ofSomeone('after: $value')} }`, CURSORS],
  ['cart', 'query ($value: String) { cart(cartToken: $value) { id } }', TEXTS],
  [
    'addToCart variant',
    'mutation ($value: ID!) { addToCart(input: { variantId: $value }) { id } }',
    TEXTS,
  ],
  [
    'addToCart quantity',
    `mutation ($value: Int!) { addToCart(input: { variantId: "${someone}", quantity: $value }) { id } }`,
    COUNTS,
  ],
  [
    'addToCart token',
    `mutation ($value: String) { addToCart(input: { variantId: "${someone}", cartToken: $value }) { id } }`,
    TEXTS,
  ],
  [
    'updateCartLine line',
    'mutation ($value: ID!) { updateCartLine(lineId: $value, quantity: 1) { id } }',
    TEXTS,
  ],
  [
    'updateCartLine quantity',
    `mutation ($value: Int!) { updateCartLine(lineId: "${someone}", quantity: $value) { id } }`,
    COUNTS,
  ],
  ['removeCartLine', 'mutation ($value: ID!) { removeCartLine(lineId: $value) { id } }', TEXTS],
  ['clearCart', 'mutation ($value: String) { clearCart(cartToken: $value) { id } }', TEXTS],
  [
    'acceptCartPrices',
    'mutation ($value: String) { acceptCartPrices(cartToken: $value) { id } }',
    TEXTS,
  ],
  ['mergeCart', 'mutation ($value: String!) { mergeCart(cartToken: $value) { id } }', TEXTS],
  ['the entity Order', entity(), references('Order')],
  ['the entity OrderLine', entity(), references('OrderLine', 'orderId', { number: 1 })],
  ['the entity Cart', entity(), references('Cart')],
  ['the entity CartLine', entity(), references('CartLine')],
  ['the entity User', entity('... on User { orders { nodes { id } } }'), references('User')],
  ['the entity Product', entity('... on Product { purchasedByViewer }'), references('Product')],
])('hostile input gets a clear answer: %s', async (_, source, values) => {
  expect(await unclear(stage, source, values, ada.token)).toEqual([]);
});
