import { ReservationStatus as Status } from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import type { Message } from '@souk/platform/bus/interface';
import { newId } from '@souk/platform/ids';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancellation, comeback, confirmation, type Deal, deal } from './order-events.ts';
import { breaches, type Lines, type ShelfStage, startShelf, variantOf } from './shelf.ts';

let shelf: ShelfStage;
beforeAll(async () => {
  shelf = await startShelf(2);
});
afterAll(() => shelf.close());
afterEach(async () => expect(await breaches(shelf)).toEqual({}));

const mug = variantOf(2);
const [one, other] = [variantOf(3), variantOf(3, 1)];

/** Tells both instances of it at the same time, and one of them again. */
async function tell(message: Message) {
  const [first, second] = shelf.instances;
  await Promise.all([first?.handle(message), second?.handle(message)]);
  await first?.handle(message);
}

async function hold(lines: Lines): Promise<Deal> {
  const order = deal();
  await shelf.reserve(lines, order.reservationId, order.orderId);
  return order;
}

const statusOf = async ({ reservationId }: Deal) =>
  (await shelf.client.getReservation({ reservationId })).reservation?.status;

const movementsFor = ({ reservationId }: Deal) => shelf.sql`
  select variant_id as "variantId", delta, reason, quantity_after as after from stock_movements
  where reservation_id = ${reservationId} order by variant_id, moved_at, reason desc`;

test('a confirmed order takes its units out of stock, once', async () => {
  await shelf.put(mug, 5);
  const order = await hold([{ variantId: mug, quantity: 2 }]);
  await tell(confirmation(order));
  await tell(confirmation(order));
  expect(await shelf.left(mug)).toEqual({ stock: 3, reserved: 0 });
  expect(await statusOf(order)).toBe(Status.COMMITTED);
});

test('an order whose hold has run out sells nothing when it is confirmed', async () => {
  await shelf.put(mug, 5);
  const order = await hold([{ variantId: mug, quantity: 5 }]);
  await shelf.passTimeOf(order.reservationId);
  await shelf.expire();
  await tell(confirmation(order));
  expect(await shelf.left(mug)).toEqual({ stock: 5, reserved: 0 });
  expect(await statusOf(order)).toBe(Status.EXPIRED);
});

test('a cancelled order frees what it holds', async () => {
  await shelf.put(mug, 4);
  const order = await hold([{ variantId: mug, quantity: 4 }]);
  await tell(cancellation(order));
  expect(await shelf.left(mug)).toEqual({ stock: 4, reserved: 0 });
  expect(await statusOf(order)).toBe(Status.RELEASED);
});

test('what a cancelled order had bought is back in stock, with a movement, once', async () => {
  await shelf.put(one, 3);
  await shelf.put(other, 9);
  const order = await hold([
    { variantId: one, quantity: 3 },
    { variantId: other, quantity: 4 },
  ]);
  await tell(confirmation(order));
  await tell(cancellation(order));
  await tell(cancellation(order));
  expect([await shelf.left(one), await shelf.left(other)]).toMatchObject([
    { stock: 3, reserved: 0 },
    { stock: 9, reserved: 0 },
  ]);
  expect(await statusOf(order)).toBe(Status.RELEASED);
  expect(await movementsFor(order)).toEqual([
    { variantId: one, delta: -3, reason: 'SOLD', after: 0 },
    { variantId: one, delta: 3, reason: 'RETURNED', after: 3 },
    { variantId: other, delta: -4, reason: 'SOLD', after: 5 },
    { variantId: other, delta: 4, reason: 'RETURNED', after: 9 },
  ]);
});

test('a reservation that arrives after its order was cancelled holds nothing', async () => {
  await shelf.put(mug, 4);
  const order = deal();
  await tell(cancellation(order));
  await expect(
    shelf.reserve([{ variantId: mug, quantity: 1 }], order.reservationId, order.orderId),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await shelf.left(mug)).toEqual({ stock: 4, reserved: 0 });
});

test('an order that never reserved anything can be cancelled', async () => {
  await tell(cancellation({ orderId: newId(), reservationId: null }));
});

test('an order cannot be confirmed on nothing, and is not remembered as if it had been', async () => {
  const message = confirmation(deal());
  for (const { handle } of shelf.instances) {
    await expect(handle(message)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  const cancelled = deal();
  await tell(cancellation(cancelled));
  await expect(tell(confirmation(cancelled))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('each line of a return is taken into stock once, however it is told', async () => {
  await shelf.put(one, 0);
  await shelf.put(other, 1);
  const returnId = newId();
  const lines = [
    { number: 1, variantId: one, quantity: 2 },
    { number: 2, variantId: other, quantity: 1 },
    { number: 4, variantId: one, quantity: 3 },
  ];
  await tell(comeback(returnId, lines.slice(0, 1)));
  await tell(comeback(returnId, lines));
  await tell(comeback(returnId, lines));
  expect([await shelf.left(one), await shelf.left(other)]).toMatchObject([
    { stock: 5 },
    { stock: 2 },
  ]);
  expect(
    await shelf.sql`select return_line as line, delta, quantity_after as after
      from stock_movements where return_id = ${returnId} order by return_line`,
  ).toEqual([
    { line: 1, delta: 2, after: 2 },
    { line: 2, delta: 1, after: 2 },
    { line: 4, delta: 3, after: 5 },
  ]);
});

test('two lines of one variant that come back together are both counted', async () => {
  await shelf.put(mug, 0);
  const returnId = newId();
  const lines = [1, 2].map((number) => ({ number, variantId: mug, quantity: number }));
  await tell(comeback(returnId, lines));
  expect(await shelf.left(mug)).toMatchObject({ stock: 3 });
  const rows = await shelf.sql`select quantity_after as after from stock_movements
    where return_id = ${returnId} order by return_line`;
  expect(rows.map(({ after }) => after)).toEqual([1, 3]);
});

test('what was never sold here cannot come back', async () => {
  const message = comeback(newId(), [{ number: 1, variantId: newId(), quantity: 1 }]);
  await expect(tell(message)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
