import { ProductChanged, StockLevelChanged } from '@souk/contracts/events/products';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf } from './fixture.ts';
import {
  ADD,
  CREATE,
  PRICE,
  PUBLISH,
  productInput,
  STOCK,
  UPDATE,
  variantInput,
} from './merchandising.ts';
import { cancellation, comeback, confirmation, deal } from './order-events.ts';
import { type ShelfStage, startShelf, variantOf } from './shelf.ts';

let shelf: ShelfStage;
beforeAll(async () => {
  shelf = await startShelf(1);
});
afterAll(() => shelf.close());

const mug = variantOf(2);
beforeEach(async () => {
  await shelf.put(mug, 10);
  await shelf.sql`delete from outbox`;
});

/** What was told since it was asked for last, first things first. */
const told = async () => {
  const rows = await shelf.sql<{ key: string; topic: string; body: string }[]>`
    with told as (delete from outbox returning *) select * from told order by position`;
  return rows.map(({ key, topic, body }) => {
    const event = JSON.parse(body);
    expect([topic, event.subject, event.partitionkey]).toEqual(['products', key, key]);
    return event;
  });
};
const levels = async () => (await told()).map(({ data }) => data.available);

test('whatever changes how many can be sold is told, with the number', async () => {
  const [order, gone] = [deal(), deal()];
  const hold = ({ reservationId, orderId }: typeof order, quantity: number) =>
    shelf.reserve([{ variantId: mug, quantity }], reservationId, orderId);
  await hold(order, 3);
  const [event] = await told();
  expect(StockLevelChanged.parse(event)).toMatchObject({
    correlationid: order.orderId,
    causationid: order.reservationId,
    data: { variantId: mug, productId: idOf(2, 2), available: 7 },
  });
  await hold(gone, 1);
  expect(await levels()).toEqual([6]);
  await shelf.client.releaseReservation(gone);
  expect(await levels()).toEqual([7]);
  await shelf.composition.handle(confirmation(order));
  expect(await levels()).toEqual([]);
  const ended = cancellation(order);
  await shelf.composition.handle(ended);
  expect(await told()).toMatchObject([
    { correlationid: order.orderId, causationid: ended.id, data: { available: 10 } },
  ]);
  await shelf.composition.handle(comeback(newId(), [{ number: 1, variantId: mug, quantity: 2 }]));
  expect(await levels()).toEqual([12]);
  await shelf.run(STOCK, { id: mug, delta: -5 }, shelf.warehouse);
  expect(await levels()).toEqual([7]);
});

test('what changes nothing is not told', async () => {
  const order = deal();
  await shelf.reserve([{ variantId: mug, quantity: 11 }]);
  await shelf.client.releaseReservation(order);
  await shelf.composition.handle(cancellation(order));
  expect(await shelf.codes(STOCK, { id: mug, delta: -11 }, shelf.warehouse)).toEqual(['CONFLICT']);
  expect(await told()).toEqual([]);
});

test('each order is told once that its hold ran out, and everybody what can be sold then', async () => {
  const orders = [deal(), deal()];
  for (const { reservationId, orderId } of orders) {
    await shelf.reserve([{ variantId: mug, quantity: 2 }], reservationId, orderId);
    await shelf.passTimeOf(reservationId);
  }
  await shelf.sql`delete from outbox`;
  await Promise.all([shelf.expire(), shelf.expire()]);
  await shelf.expire();
  const events = await told();
  const ran = events.filter(({ type }) => type === 'souk.products.reservation-expired.v1');
  expect(ran.map(({ subject, correlationid, data }) => ({ subject, correlationid, data }))).toEqual(
    orders.map((order) => ({ subject: order.orderId, correlationid: order.orderId, data: order })),
  );
  const rest = events.filter((event) => !ran.includes(event));
  expect(rest.at(-1)?.data).toEqual({ variantId: mug, productId: idOf(2, 2), available: 10 });
});

test('every change to a product is told, in the trace of who made it', async () => {
  const { createProduct: product } = await shelf.run(CREATE, { input: productInput('told') });
  const { id } = product;
  const { addVariant: variant } = await shelf.run(ADD, {
    id,
    v: 1,
    input: variantInput('TOLD-1', 'celadon'),
  });
  await shelf.run(PRICE, { id: variant.id, v: 1, prices: [{ amount: 41_000, currency: 'KRW' }] });
  await shelf.run(PUBLISH, { id, v: 3 });
  await shelf.run(UPDATE, { id, v: 4, input: { brand: 'Haneul' } });
  await shelf.run(UPDATE, { id, v: 5, input: { brand: 'Haneul' } });
  const events = await told();
  for (const event of events) expect(ProductChanged.parse(event).data).toEqual({ productId: id });
  expect(events.map(({ traceparent }) => typeof traceparent)).toEqual(Array(5).fill('string'));
});
