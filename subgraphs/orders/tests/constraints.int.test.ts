import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cartRecord, orderRecord } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const customerId = newId();
const order = orderRecord(customerId);
const another = orderRecord(customerId);
const cart = cartRecord(customerId);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.seed([order, another, cart]);
});
afterAll(() => stage?.close());

const refused = async (statement: string, constraint: string) => {
  const failure = await stage.database.sql.unsafe(statement).then(
    () => null,
    (error) => error.constraint_name,
  );
  expect(failure).toBe(constraint);
};

test.each([
  ['an unknown currency', "currency = 'JPY'", 'orders_currency'],
  ['an unknown status', "status = 'LOST'", 'orders_status'],
  ['a number of another shape', "number = '17'", 'orders_number_shape'],
  ['a number twice', `number = '${another.number}'`, 'orders_number'],
  ['a total that is not the sum', 'total = total + 1', 'orders_total'],
  [
    'a negative subtotal',
    'subtotal = -1, shipping = 0, discount = 0, total = -1',
    'orders_amounts',
  ],
  ['a negative delivery', 'shipping = -1, total = subtotal - discount - 1', 'orders_amounts'],
  ['a negative discount', 'discount = -1, total = subtotal + 1 + shipping', 'orders_amounts'],
  ['a negative tax', 'tax = -1', 'orders_amounts'],
  ['more tax than total', 'tax = total + 1', 'orders_tax_within_total'],
  ['a version before the first', 'version = 0', 'orders_version'],
])('the database refuses an order with %s', async (_, change, constraint) => {
  await refused(`update orders set ${change} where id = '${order.id}'`, constraint);
});

test.each([
  ['no units', 'quantity = 0, tax = 0', 'order_lines_quantity'],
  ['100 units', 'quantity = 100', 'order_lines_quantity'],
  ['a negative price', 'unit_price = -1, tax = 0', 'order_lines_tax'],
  ['more tax than it costs', 'tax = 22001', 'order_lines_tax'],
  ['a negative weight', 'weight_grams = -1', 'order_lines_weight'],
  ['the number of another line', 'number = 2', 'order_lines_key'],
  ['the number 0', 'number = 0', 'order_lines_number'],
  ['an order that there is not', `order_id = '${newId()}'`, 'order_lines_order_id_orders_id_fk'],
])('the database refuses an order line with %s', async (_, change, constraint) => {
  const one = `order_id = '${order.id}' and number = 1`;
  await refused(`update order_lines set ${change} where ${one}`, constraint);
});

test.each([
  ['an unknown status', "status = 'LOST'", 'order_history_status'],
  ['a position before the first', 'position = 0', 'order_history_position'],
  ['the position of another', 'position = 2', 'order_history_key'],
])('the database refuses a history entry with %s', async (_, change, constraint) => {
  const one = `order_id = '${order.id}' and position = 1`;
  await refused(`update order_history set ${change} where ${one}`, constraint);
});

test.each([
  ['no units', 'quantity = 0', 'cart_lines_quantity'],
  ['100 units', 'quantity = 100', 'cart_lines_quantity'],
  ['a negative price', 'unit_price = -1', 'cart_lines_unit_price'],
  ['a negative weight', 'weight_grams = -1', 'cart_lines_weight'],
  ['a cart that there is not', `cart_id = '${newId()}'`, 'cart_lines_cart_id_carts_id_fk'],
])('the database refuses a cart line with %s', async (_, change, constraint) => {
  await refused(`update cart_lines set ${change} where id = '${cart.lines[0]?.id}'`, constraint);
});

test('the database refuses a second line of the same variant', async () => {
  await refused(
    `insert into cart_lines select '${newId()}', cart_id, product_id, variant_id, sku, title,
       variant_title, 1, unit_price, weight_grams, added_at from cart_lines`,
    'cart_lines_one_per_variant',
  );
});

test.each([
  ['an unknown currency', "currency = 'JPY'", 'carts_currency'],
  ['neither owner nor token', 'customer_id = null', 'carts_customer_or_token'],
  ['both owner and token', "token_hash = 'x'", 'carts_customer_or_token'],
  ['no cart that it went into', "status = 'MERGED'", 'carts_merged_somewhere'],
  ['a cart that it went into while active', `merged_into = '${cart.id}'`, 'carts_merged_somewhere'],
])('the database refuses a cart with %s', async (_, change, constraint) => {
  await refused(`update carts set ${change} where id = '${cart.id}'`, constraint);
});

test('the database refuses a second active cart of the same customer, and a token twice', async () => {
  const values = "'KRW', 'ACTIVE', null, now(), now()";
  const insert = (owner: string) =>
    `insert into carts (id, customer_id, token_hash, currency, status, merged_into, created_at, updated_at)
     values ('${newId()}', ${owner}, ${values})`;
  await refused(insert(`'${customerId}', null`), 'carts_one_active_per_customer');
  await stage.database.sql.unsafe(insert("null, 'secret'"));
  await refused(insert("null, 'secret'"), 'carts_token_hash');
});
