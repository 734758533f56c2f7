import { newId } from '@souk/platform/ids';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { idOf } from './fixture.ts';
import { breaches, heldIn, type ShelfStage, startShelf, variantOf } from './shelf.ts';

let shelf: ShelfStage;
const [held, order] = [newId(), newId()];
const mug = variantOf(2);
beforeAll(async () => {
  shelf = await startShelf(1);
  await shelf.put(mug, 4);
  await shelf.reserve([{ variantId: mug, quantity: 3 }], held, order);
});
afterAll(() => shelf.close());
afterEach(async () => expect(await breaches(shelf)).toEqual({}));

const AVAILABLE = `query ($id: ID!) { product(id: $id) {
  availability { quantity } variants { id reserved availability { quantity inStock } } } }`;

test('what is reserved cannot be bought by others, and merchandisers see how much it is', async () => {
  const [shirt, sibling] = [variantOf(3), variantOf(3, 1)];
  await shelf.put(shirt, 8);
  await shelf.put(sibling, 2);
  const reservation = heldIn(await shelf.reserve([{ variantId: shirt, quantity: 8 }]));
  expect(reservation?.lines).toMatchObject([{ variantId: shirt, quantity: 8 }]);
  const seenBy = async (token: string | null) =>
    (await shelf.query(AVAILABLE, { id: idOf(2, 3) }, token)).data.product;
  const none = { quantity: 0, inStock: false };
  expect(await seenBy(shelf.merchandiser)).toEqual({
    availability: { quantity: 2 },
    variants: [
      { id: shirt, reserved: 8, availability: none },
      { id: sibling, reserved: 0, availability: { quantity: 2, inStock: true } },
    ],
  });
  expect((await seenBy(shelf.warehouse)).variants[0].reserved).toBe(8);
  for (const other of [shelf.customer, null]) {
    expect((await seenBy(other)).variants[0]).toEqual({
      id: shirt,
      reserved: null,
      availability: none,
    });
  }
});

test('stock cannot be adjusted below what is reserved', async () => {
  const knife = variantOf(8);
  await shelf.put(knife, 5);
  const [id, order] = [newId(), newId()];
  await shelf.reserve([{ variantId: knife, quantity: 4 }], id, order);
  const adjust = (delta: number) =>
    shelf.query(
      `mutation ($id: ID!, $delta: Int!) { adjustStock(variantId: $id, delta: $delta, reason: DAMAGED) {
        reserved availability { quantity } } }`,
      { id: knife, delta },
      shelf.warehouse,
    );
  expect((await adjust(-1)).data.adjustStock).toEqual({
    reserved: 4,
    availability: { quantity: 0 },
  });
  expect((await adjust(-1)).errors?.[0]).toMatchObject({
    message: 'There are not that many units in stock beside those reserved.',
    extensions: { code: 'CONFLICT' },
  });
  await shelf.client.releaseReservation({ reservationId: id, orderId: order });
  expect((await adjust(-1)).errors).toBeUndefined();
});

const INSERT = `insert into reservations (id, order_id, status, request, created_at, expires_at,
  ended_at, shortages) values (gen_random_uuid(), gen_random_uuid()`;
const MOVE = `insert into stock_movements (id, variant_id, delta, quantity_after, reason, moved_at,
  reservation_id) values (gen_random_uuid(), '${mug}', -1, 1, 'SOLD', now(), '${held}')`;

test.each([
  [
    'more reserved than there is',
    `update variants set reserved = 5 where id = '${mug}'`,
    'variants_unreserved_not_negative',
  ],
  [
    'less stock than is reserved',
    `update variants set stock = 2 where id = '${mug}'`,
    'variants_unreserved_not_negative',
  ],
  [
    'fewer than none reserved',
    `update variants set reserved = -1 where id = '${mug}'`,
    'variants_reserved_not_negative',
  ],
  [
    'a status that nobody knows',
    `${INSERT}, 'LOST', '', now(), now(), now(), null)`,
    'reservations_status_known',
  ],
  [
    'a hold that has ended',
    `${INSERT}, 'HELD', '', now(), now(), now(), null)`,
    'reservations_end_with_status',
  ],
  [
    'an end without a time',
    `${INSERT}, 'EXPIRED', '', now(), now(), null, null)`,
    'reservations_end_with_status',
  ],
  [
    'a refusal without a reason',
    `${INSERT}, 'REFUSED', '', now(), now(), now(), null)`,
    'reservations_refused_for_shortages',
  ],
  [
    'a hold that nobody asked for',
    `${INSERT}, 'HELD', null, now(), now(), null, null)`,
    'reservations_asked_for',
  ],
  [
    'a line of nothing',
    `update reservation_lines set quantity = 0 where reservation_id = '${held}'`,
    'reservation_lines_quantity_positive',
  ],
  [
    'a line twice',
    `insert into reservation_lines values ('${held}', '${mug}', 1)`,
    'reservation_lines_reservation_id_variant_id_pk',
  ],
  ['selling a line twice', `${MOVE}; ${MOVE}`, 'stock_movements_once_for_reservation'],
])('the database refuses %s', async (_, statement, constraint) => {
  await expect(shelf.sql.unsafe(statement)).rejects.toThrow(constraint);
});
