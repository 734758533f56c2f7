import * as payments from '@souk/contracts/events/payments';
import * as shipping from '@souk/contracts/events/shipping';
import type { Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, messageOf, orderInput, startEngine, viewerOf } from './engine.ts';

let engine: Engine;
type Replica = Awaited<ReturnType<Engine['replica']>>;
let [left, right]: [Replica, Replica] = [] as never;
beforeAll(async () => {
  engine = await startEngine();
  [left, right] = await Promise.all([
    engine.replica({ askLeaseMs: 100 }),
    engine.replica({ askLeaseMs: 100 }),
  ]);
});
afterAll(() => engine?.close());

async function shopper(quantity = 2) {
  const item = engine.catalogue.put();
  const viewer = viewerOf();
  const line = { variantId: item.variantId, quantity, currency: 'KRW', locale: 'EN' };
  await left.carts.add(viewer, line);
  return { viewer, item };
}

async function placed(viewer: Viewer, change: object = {}) {
  const outcome = await left.place(viewer, orderInput(change));
  if (outcome.kind !== 'ORDER') throw new Error(JSON.stringify(outcome));
  return outcome.orderId;
}

const orderOf = async (orderId: string) => {
  const [row] = await engine.sql`
    select status, reason, total::int from orders where id = ${orderId}`;
  return row;
};
const told = async (orderId: string): Promise<string[]> => {
  const rows = await engine.sql`
    select headers->>'type' as type from outbox where key = ${orderId} order by position`;
  return rows.map(({ type }) => /orders\.(.*)\.v1/.exec(type)?.[1] ?? type);
};
const cartFree = async ({ id }: Viewer) => {
  const [row] = await engine.sql`
    select checkout_order_id as held from carts where customer_id = ${id}`;
  return row?.held === null;
};
/** Its deadline is now. */
const comesDue = (orderId: string) =>
  engine.sql`update checkouts set due_at = now() - interval '1 second' where order_id = ${orderId}`;
const leaseEnds = () => new Promise((resolve) => setTimeout(resolve, 120));

async function authorize(orderId: string) {
  const { total: amount } = (await orderOf(orderId)) as { total: number };
  const paid = { orderId, paymentId: newId(), amount, currency: 'KRW' as const };
  await left.handle(messageOf(payments.PaymentAuthorized, paid));
}

test('a question that nobody answered is asked by another replica, and stock is held once', async () => {
  const { viewer, item } = await shopper();
  const before = engine.catalogue.stockOf(item);
  engine.catalogue.loseNextReply();
  const orderId = await placed(viewer);
  expect(await orderOf(orderId)).toMatchObject({ status: 'PENDING' });
  await leaseEnds();
  await Promise.all([left.asks.resume(20), right.asks.resume(20)]);
  expect(await orderOf(orderId)).toMatchObject({ status: 'STOCK_RESERVED' });
  expect(engine.catalogue.stockOf(item)).toBe(before - 2);
  expect(await told(orderId)).toEqual(['payment-requested']);
});

test('a question is nobody else’s while its lease lasts', async () => {
  const patient = await engine.replica({ askLeaseMs: 60_000 });
  const { viewer } = await shopper();
  engine.catalogue.loseNextReply();
  const outcome = await patient.place(viewer, orderInput());
  await right.asks.resume(20);
  expect(outcome).toMatchObject({ kind: 'ORDER' });
  const [row] = await engine.sql`
    select ask from checkouts where customer_id = ${viewer.id}`;
  expect(row?.ask).toBe('RESERVATION');
});

test('an order placed while the catalogue is away asks for its prices when it is back', async () => {
  const { viewer, item } = await shopper();
  engine.catalogue.failQuotes(2);
  const input = orderInput();
  const outcome = await left.place(viewer, input);
  expect(outcome).toMatchObject({ kind: 'ORDER' });
  engine.catalogue.change(item, { prices: { KRW: 16_000 } });
  await leaseEnds();
  await right.asks.resume(20);
  const again = await left.place(viewer, input);
  const changes = [{ variantId: item.variantId, was: 15_000, now: 16_000 }];
  expect(again).toMatchObject({ kind: 'PRICES_CHANGED', changes, currency: 'KRW' });
  expect(await cartFree(viewer)).toBe(true);
});

test('a payment that never comes expires the order once, whoever sees it first', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  await comesDue(orderId);
  await Promise.all([left.meetNext(), right.meetNext(), right.meetNext()]);
  expect(await orderOf(orderId)).toMatchObject({ status: 'EXPIRED' });
  expect(await told(orderId)).toEqual([
    ...['payment-requested', 'payment-void-requested', 'order-cancelled'],
  ]);
  expect(await cartFree(viewer)).toBe(true);
});

test('money that came after all is asked back, again and again until it is gone', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  for (let time = 1; time <= 2; time += 1) {
    await comesDue(orderId);
    await left.meetNext();
  }
  expect((await told(orderId)).filter((name) => name === 'payment-void-requested')).toHaveLength(2);
  await left.handle(messageOf(payments.PaymentVoided, { orderId, paymentId: newId() }));
  expect(await left.meetNext()).toBe(false);
  const [row] = await engine.sql`
    select state->>'step' as step from checkouts where order_id = ${orderId}`;
  expect(row?.step).toBe('ENDED');
});

test('deadlines come as much later, or earlier, as they are told to', async () => {
  const hasty = await engine.replica({ pace: 0.001 });
  const { viewer } = await shopper();
  await hasty.place(viewer, orderInput());
  const [row] = await engine.sql`
    select extract(epoch from due_at - now())::float8 as seconds
    from checkouts where customer_id = ${viewer.id}`;
  expect(row?.seconds).toBeLessThan(0.12);
  expect(row?.seconds).toBeGreaterThan(-2);
});

test('an expired order gives its coupon back', async () => {
  const { viewer } = await shopper();
  await engine.sql`
    insert into coupons (code, kind, percent, usage_limit, starts_at, created_at)
    values ('ONCE', 'PERCENT', 10, 1, '2026-01-01', '2026-01-01')`;
  const orderId = await placed(viewer, { couponCode: 'once' });
  const [order] = await engine.sql`
    select discount::int, coupon_code from orders where id = ${orderId}`;
  expect(order).toEqual({ discount: 3_000, coupon_code: 'ONCE' });
  const { viewer: other } = await shopper();
  const refused = await left.place(other, orderInput({ couponCode: 'ONCE' }));
  expect(refused).toEqual({ kind: 'COUPON_REFUSED', problem: 'USED_UP' });
  await comesDue(orderId);
  while (await left.meetNext());
  expect(await left.place(other, orderInput({ couponCode: 'ONCE' }))).toMatchObject({
    kind: 'ORDER',
  });
});

test('a confirmed order is cancelled when its parcel can be kept, and only by its owner or staff', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  await authorize(orderId);
  const cancel = { orderId, reason: 'CHANGED_MIND', idempotencyKey: `cancel-${newId()}` };
  await expect(left.cancel(viewerOf(), cancel)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const staff = viewerOf('orders:write');
  const answers = await Promise.all([left.cancel(viewer, cancel), right.cancel(staff, cancel)]);
  expect(answers).toEqual(Array(2).fill({ kind: 'ORDER', orderId }));
  expect(await orderOf(orderId)).toMatchObject({ status: 'CANCELLING' });
  await left.handle(messageOf(shipping.ShipmentCancelled, { orderId }));
  await left.handle(messageOf(payments.PaymentVoided, { orderId, paymentId: newId() }));
  expect(await orderOf(orderId)).toMatchObject({ status: 'CANCELLED' });
  const names = await told(orderId);
  expect(names.filter((name) => name === 'cancellation-requested')).toHaveLength(1);
  expect(names.slice(-2)).toEqual(['payment-void-requested', 'order-cancelled']);
  const log = await engine.sql`
    select input from checkout_log where order_id = ${orderId} and compensation order by position`;
  expect(log.map(({ input }) => input)).toEqual(['Cancel', 'ShipmentCancelled']);
});

test('an order that has left is not cancelled, and the key may be used for another', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  await authorize(orderId);
  const items = [{ orderLineNumber: 1, quantity: 2 }];
  const shipment = { orderId, shipmentId: newId(), items, isLast: true };
  await left.handle(messageOf(shipping.ShipmentDispatched, shipment));
  const cancel = { orderId, reason: 'LATE', idempotencyKey: `cancel-${newId()}` };
  expect(await left.cancel(viewer, cancel)).toEqual({ kind: 'REFUSED', code: 'NOT_CANCELLABLE' });
  expect(await left.cancel(viewer, { ...cancel, reason: 'OTHER' })).toMatchObject({
    kind: 'REFUSED',
  });
});

test('an order that began without a process is moved on by what happens to it', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  await authorize(orderId);
  await engine.sql`delete from checkouts where order_id = ${orderId}`;
  await engine.sql`delete from checkout_log where order_id = ${orderId}`;
  const items = [{ orderLineNumber: 1, quantity: 2 }];
  const shipment = { orderId, shipmentId: newId(), items, isLast: true };
  const message = messageOf(shipping.ShipmentDispatched, shipment);
  await Promise.all([left.handle(message), right.handle(message)]);
  expect(await orderOf(orderId)).toMatchObject({ status: 'SHIPPED' });
  expect((await told(orderId)).filter((name) => name === 'capture-requested')).toHaveLength(1);
});
