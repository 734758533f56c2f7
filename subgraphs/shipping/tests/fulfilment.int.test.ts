import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cancellationRequested,
  confirmed,
  factsOf,
  orderCancelled,
  orderConfirmed,
  shipmentsOf,
  TRACE,
  toldOf,
} from './orders-tell.ts';
import { rateRecord, rates, shipmentRecord, zones } from './records.ts';
import { openStage, type Stage } from './stage.ts';

const waiting = shipmentRecord({ status: 'LABEL_CREATED', events: [] });
const leaving = shipmentRecord();
const dear = rateRecord({
  carrier: 'Noru Express',
  prices: { KRW: 9_000, USD: 900, EUR: 900 },
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([...zones, ...rates, dear, waiting, leaving]);
});
afterAll(() => stage?.close());

const hear = (message: Parameters<Stage['composition']['handle']>[0]) =>
  stage.composition.handle(message);

test('a confirmed order becomes one shipment to be packed, by the cheapest carrier', async () => {
  const orderId = newId();
  const news = orderConfirmed(orderId);
  await hear(news);
  const [shipment, ...more] = await shipmentsOf(stage, orderId);
  expect(more).toEqual([]);
  expect(shipment).toMatchObject({
    status: 'PENDING',
    carrier: 'Jebi Parcel',
    weight_grams: 1_300,
    tracking_number: null,
    items: { 1: 3, 2: 1 },
  });
  const [told, ...rest] = await toldOf(stage, orderId);
  expect(rest).toEqual([]);
  expect(told).toMatchObject({
    type: 'souk.shipping.shipment-created.v1',
    subject: orderId,
    correlationid: orderId,
    causationid: news.id,
    data: { shipmentId: shipment?.id, orderId },
  });
  expect(told?.traceparent).toContain(TRACE);
});

test('goods of no weight are sent as a parcel of one gram', async () => {
  const lines = [{ number: 1, quantity: 2, weightGrams: 0, variantId: newId(), sku: 'GIFT-CARD' }];
  const { orderId } = await confirmed(stage, { lines });
  expect(await shipmentsOf(stage, orderId)).toMatchObject([{ weight_grams: 1 }]);
});

test('every message that comes twice has its effect once', async () => {
  const orderId = newId();
  const other = newId();
  const story = [orderConfirmed(orderId), cancellationRequested(orderId), orderCancelled(orderId)];
  const short = [orderConfirmed(other), orderCancelled(other)];
  for (const message of [...story, ...short]) {
    await Promise.all([hear(message), hear(message)]);
    await hear(message);
  }
  expect(await factsOf(stage, orderId)).toEqual(['shipment-created', 'shipment-cancelled']);
  expect(await shipmentsOf(stage, orderId)).toMatchObject([{ status: 'CANCELLED', version: 1 }]);
  expect(await factsOf(stage, other)).toEqual(['shipment-created', 'shipment-cancelled']);
  expect(await shipmentsOf(stage, other)).toMatchObject([{ status: 'CANCELLED', version: 1 }]);
});

test('the same order confirmed by two messages is sent once', async () => {
  const orderId = newId();
  await Promise.all([hear(orderConfirmed(orderId)), hear(orderConfirmed(orderId))]);
  expect(await shipmentsOf(stage, orderId)).toHaveLength(1);
  expect(await factsOf(stage, orderId)).toEqual(['shipment-created']);
});

test('an order that no carrier takes is given up as a whole, and goes well once one does', async () => {
  const orderId = newId();
  const news = orderConfirmed(orderId, { shippingMethod: 'EXPRESS', currency: 'EUR' });
  const heavy = { ...news, body: news.body.replaceAll('"weightGrams":400', '"weightGrams":4000') };
  await expect(hear(heavy)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await stage.sql`select 1 from fulfilments where order_id = ${orderId}`).toHaveLength(0);
  const heavyDuty = { method: 'EXPRESS', carrier: 'Noru Express', maxWeightGrams: 60_000 };
  await stage.seed([rateRecord(heavyDuty)]);
  await hear(heavy);
  expect(await shipmentsOf(stage, orderId)).toMatchObject([
    { carrier: 'Noru Express', weight_grams: 12_100 },
  ]);
});

test.each([
  ['a method that there is not', { shippingMethod: 'OWL' }],
  ['no address', { shippingAddress: undefined }],
])('an order with %s is refused for good', async (_, change) => {
  const news = orderConfirmed(newId());
  const body = JSON.parse(news.body);
  const wrong = JSON.stringify({ ...body, data: { ...body.data, ...change } });
  await expect(hear({ ...news, body: wrong })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a cancellation before dispatch keeps everything here, and is answered each time', async () => {
  const { orderId } = await confirmed(stage);
  const asked = cancellationRequested(orderId);
  await hear(asked);
  expect((await toldOf(stage, orderId)).at(-1)).toMatchObject({
    type: 'souk.shipping.shipment-cancelled.v1',
    causationid: asked.id,
    data: { orderId },
  });
  await hear(cancellationRequested(orderId));
  expect(await factsOf(stage, orderId)).toEqual([
    'shipment-created',
    'shipment-cancelled',
    'shipment-cancelled',
  ]);
  expect(await shipmentsOf(stage, orderId)).toMatchObject([{ status: 'CANCELLED', version: 1 }]);
});

test('a cancellation that overtakes its order is answered, and the order is never sent', async () => {
  const orderId = newId();
  await hear(cancellationRequested(orderId));
  expect(await factsOf(stage, orderId)).toEqual(['shipment-cancelled']);
  await hear(orderConfirmed(orderId));
  expect(await shipmentsOf(stage, orderId)).toEqual([]);
  expect(await factsOf(stage, orderId)).toEqual(['shipment-cancelled']);
});

test('an order that ended before it came here leaves nothing', async () => {
  const orderId = newId();
  await hear(orderCancelled(orderId));
  expect(await factsOf(stage, orderId)).toEqual([]);
});

test('of what was brought along, a packed parcel is kept and one on its way is not', async () => {
  await hear(cancellationRequested(waiting.orderId));
  expect(await factsOf(stage, waiting.orderId)).toEqual(['shipment-cancelled']);
  expect(await shipmentsOf(stage, waiting.orderId)).toMatchObject([{ status: 'CANCELLED' }]);
  await hear(cancellationRequested(leaving.orderId));
  await hear(orderCancelled(leaving.orderId));
  expect(await factsOf(stage, leaving.orderId)).toEqual([]);
  expect(await shipmentsOf(stage, leaving.orderId)).toMatchObject([{ status: 'IN_TRANSIT' }]);
});

test('news that concern others pass by', async () => {
  const news = orderConfirmed(newId());
  await hear({ ...news, headers: { type: 'souk.orders.refund-requested.v1' }, body: '{}' });
  expect(await stage.sql`select 1 from inbox where message_id = ${news.id}`).toHaveLength(0);
});
