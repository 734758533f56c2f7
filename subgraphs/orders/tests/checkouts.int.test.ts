import * as payments from '@souk/contracts/events/payments';
import * as products from '@souk/contracts/events/products';
import * as shipping from '@souk/contracts/events/shipping';
import type { Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, messageOf, orderInput, startEngine, viewerOf } from './engine.ts';

let engine: Engine;
let orders: Awaited<ReturnType<Engine['replica']>>;
beforeAll(async () => {
  engine = await startEngine();
  orders = await engine.replica();
});
afterAll(() => engine?.close());

const ADDED = { currency: 'KRW', locale: 'EN', quantity: 2 };

/** Somebody with something in her cart. */
async function shopper(change: { quantity?: number; available?: number } = {}) {
  const { available = 50, ...line } = change;
  const item = engine.catalogue.put({ available });
  const viewer = viewerOf();
  await orders.carts.add(viewer, { ...ADDED, variantId: item.variantId, ...line });
  return { viewer, item };
}

/** An order that waits for its payment. */
async function placed(viewer: Viewer, on = orders, change: object = {}) {
  const outcome = await on.place(viewer, orderInput(change));
  if (outcome.kind !== 'ORDER') throw new Error(JSON.stringify(outcome));
  return outcome.orderId;
}

async function confirmed(viewer: Viewer) {
  const orderId = await placed(viewer);
  await orders.handle(await authorized(orderId));
  return orderId;
}

const totalOf = async (orderId: string): Promise<number> => {
  const [row] = await engine.sql`select total::int from orders where id = ${orderId}`;
  return row?.total;
};
const authorized = async (orderId: string) => {
  const amount = await totalOf(orderId);
  return messageOf(payments.PaymentAuthorized, {
    ...{ orderId, paymentId: newId(), amount, currency: 'KRW' },
  });
};
const statusOf = async (orderId: string): Promise<string> => {
  const [row] = await engine.sql`select status from orders where id = ${orderId}`;
  return row?.status;
};
/** Names of what was told of an order, in its sequence. */
const told = async (orderId: string): Promise<string[]> => {
  const rows = await engine.sql`
    select headers->>'type' as type from outbox where key = ${orderId} order by position`;
  return rows.map(({ type }) => /orders\.(.*)\.v1/.exec(type)?.[1] ?? type);
};
const linesOf = async ({ id }: Viewer) => {
  const rows = await engine.sql`
    select quantity from cart_lines join carts on carts.id = cart_id
    where customer_id = ${id} order by added_at`;
  return rows.map(({ quantity }) => quantity);
};

test('an order that is paid is confirmed, and what was bought leaves the cart', async () => {
  const { viewer, item } = await shopper({ quantity: 3 });
  const orderId = await placed(viewer);
  expect(await statusOf(orderId)).toBe('STOCK_RESERVED');
  expect(await told(orderId)).toEqual(['payment-requested']);
  await orders.carts.add(viewer, { ...ADDED, variantId: item.variantId, quantity: 4 });
  await orders.handle(await authorized(orderId));
  expect(await statusOf(orderId)).toBe('CONFIRMED');
  expect(await told(orderId)).toEqual(['payment-requested', 'order-confirmed']);
  expect(await linesOf(viewer)).toEqual([4]);
  const again = await placed(viewer);
  expect(again).not.toBe(orderId);
});

test('the history, the log and the envelopes of an order tell one story', async () => {
  const { viewer } = await shopper();
  const orderId = await confirmed(viewer);
  const history = await engine.sql`
    select status from order_history where order_id = ${orderId} order by position`;
  expect(history.map(({ status }) => status)).toEqual([
    ...['PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED'],
  ]);
  const log = await engine.sql`
    select input, from_step, to_step, told, compensation
    from checkout_log where order_id = ${orderId} order by position`;
  expect(log.map(({ input, to_step }) => `${input} ${to_step}`)).toEqual([
    ...['Place PRICING', 'PricesQuoted RESERVING', 'StockHeld AUTHORIZING'],
    'PaymentAuthorized FULFILLING',
  ]);
  expect(log.some(({ compensation }) => compensation)).toBe(false);
  const [sent] = await engine.sql`
    select body::jsonb as event from outbox where key = ${orderId} order by position limit 1`;
  expect(sent?.event).toMatchObject({ subject: orderId, correlationid: orderId });
});

test('a message that comes twice, or tells the same again, changes nothing', async () => {
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  const message = await authorized(orderId);
  await Promise.all([orders.handle(message), orders.handle(message)]);
  await orders.handle(await authorized(orderId));
  const [stream] = await engine.sql`select version from event_streams where id = ${orderId}`;
  expect(stream?.version).toBe(4);
  expect(await told(orderId)).toEqual(['payment-requested', 'order-confirmed']);
});

test('the same key ten times at once is one order; another key meanwhile is told of it', async () => {
  const { viewer } = await shopper();
  const input = orderInput();
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => orders.place(viewer, input)));
  const ids = outcomes.map((outcome) => (outcome.kind === 'ORDER' ? outcome.orderId : outcome));
  expect(new Set(ids).size).toBe(1);
  const [orderId] = ids;
  const other = await orders.place(viewer, orderInput());
  expect(other).toEqual({ kind: 'CHECKOUT_IN_PROGRESS', orderId });
  const [rows] = await engine.sql`
    select count(*)::int as orders from orders where customer_id = ${viewer.id}`;
  expect(rows?.orders).toBe(1);
});

test('of several attempts at once with keys of their own, one buys the cart', async () => {
  const { viewer } = await shopper();
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => orders.place(viewer, orderInput())),
  );
  const kinds = outcomes.map(({ kind }) => kind).sort();
  expect(kinds).toEqual([...Array(5).fill('CHECKOUT_IN_PROGRESS'), 'ORDER']);
});

test('a refusal leaves the key unused', async () => {
  const viewer = viewerOf();
  const input = orderInput();
  expect(await orders.place(viewer, input)).toEqual({ kind: 'CART_EMPTY' });
  const item = engine.catalogue.put();
  await orders.carts.add(viewer, { ...ADDED, variantId: item.variantId });
  expect(await orders.place(viewer, input)).toMatchObject({ kind: 'ORDER' });
});

test('too little stock rejects the order, and the cart is whole and free again', async () => {
  const { viewer, item } = await shopper({ quantity: 3, available: 1 });
  const outcome = await orders.place(viewer, orderInput());
  const shortages = [{ variantId: item.variantId, requested: 3, available: 1 }];
  expect(outcome).toMatchObject({ kind: 'OUT_OF_STOCK', shortages });
  expect(await linesOf(viewer)).toEqual([3]);
  engine.catalogue.change(item, { available: 5 });
  expect(await orders.place(viewer, orderInput())).toMatchObject({ kind: 'ORDER' });
});

test('whoever waits hears of a confirmation that another replica stored', async () => {
  const waiting = await engine.replica({ waitMs: 5_000 });
  const { viewer } = await shopper();
  const input = orderInput();
  const orderId = await placed(viewer, orders, input);
  const since = performance.now();
  const answer = waiting.place(viewer, input);
  setTimeout(async () => orders.handle(await authorized(orderId)), 100);
  expect(await answer).toEqual({ kind: 'ORDER', orderId });
  expect(performance.now() - since).toBeLessThan(900);
  expect(await statusOf(orderId)).toBe('CONFIRMED');
});

test('a declined card is told in the words of the bank', async () => {
  const { viewer } = await shopper();
  const input = orderInput();
  const orderId = await placed(viewer, orders, input);
  const refusal = { code: 'card_declined', message: 'Your card was declined.' };
  const paymentId = newId();
  await orders.handle(messageOf(payments.PaymentDeclined, { orderId, paymentId, ...refusal }));
  const again = await orders.place(viewer, input);
  expect(again).toEqual({ kind: 'PAYMENT_DECLINED', orderId, ...refusal });
  expect(await told(orderId)).toEqual(['payment-requested', 'order-cancelled']);
});

test('a parcel takes its money, and the order is delivered', async () => {
  const { viewer } = await shopper();
  const orderId = await confirmed(viewer);
  const shipmentId = newId();
  const items = [{ orderLineNumber: 1, quantity: 2 }];
  const shipment = { orderId, shipmentId, isLast: true };
  await orders.handle(messageOf(shipping.ShipmentDispatched, { ...shipment, items }));
  const amount = await totalOf(orderId);
  const taken = { orderId, shipmentId, paymentId: newId(), amount, currency: 'KRW' as const };
  await orders.handle(messageOf(payments.PaymentCaptured, taken));
  await orders.handle(messageOf(shipping.ShipmentDelivered, shipment));
  expect(await statusOf(orderId)).toBe('DELIVERED');
  expect((await told(orderId)).at(-1)).toBe('capture-requested');
  const [row] = await engine.sql`select delivered_at from orders where id = ${orderId}`;
  expect(row?.delivered_at).toBeInstanceOf(Date);
});

test('everything that can happen to an order at once happens one after another', async () => {
  const other = await engine.replica();
  const { viewer } = await shopper();
  const orderId = await placed(viewer);
  const reservationId = newId();
  const messages = [
    await authorized(orderId),
    messageOf(products.ReservationExpired, { orderId, reservationId }),
    messageOf(payments.PaymentVoided, { orderId, paymentId: null }),
    messageOf(shipping.ShipmentCancelled, { orderId }),
  ];
  const cancel = { orderId, reason: 'CHANGED_MIND', idempotencyKey: `cancel-${orderId}` };
  await Promise.all([
    ...messages.map((message) => orders.handle(message)),
    ...messages.map((message) => other.handle(message)),
    other.cancel(viewer, cancel),
  ]);
  const [stream] = await engine.sql`
    select s.version, count(*)::int as events from event_streams s
    join events e on e.stream_id = s.id where s.id = ${orderId} group by s.id`;
  expect(stream?.events).toBe(stream?.version);
  const [order] = await engine.sql`select version from orders where id = ${orderId}`;
  expect(order?.version).toBe(stream?.version);
});

test('a message about an order that does not exist is refused, and stays unread', async () => {
  const message = messageOf(payments.PaymentVoided, { orderId: newId(), paymentId: null });
  await expect(orders.handle(message)).rejects.toThrow('NO_SUCH_ORDER');
  const [row] = await engine.sql`
    select count(*)::int as read from inbox where message_id = ${message.id}`;
  expect(row?.read).toBe(0);
});
