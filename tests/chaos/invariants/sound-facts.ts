import type { Facts, OrderFact } from '../audit/facts.ts';

const order = (id: string, status: string, rest: Partial<OrderFact> = {}): OrderFact => ({
  id,
  status,
  customerId: 'mina',
  currency: 'EUR',
  total: 1_000,
  couponCode: null,
  lines: [{ number: 1, variantId: 'mug', quantity: 2 }],
  ...rest,
});

const saga = (orderId: string, outcome: string) => ({
  ...{ orderId, outcome, step: 'ENDED', reason: null, stock: 'NONE', payment: 'NONE' },
});

const intent = { status: 'succeeded', currency: 'EUR', released: 0, refunded: 0, captures: [] };

/**
 * What a short and flawless run leaves: `a` was shipped in two parcels, and one unit of it came back;
 * `b` was declined; `c` was cancelled after it had been paid for; `d` took the last scarce unit.
 */
export const sound: Facts = {
  orders: [
    order('a', 'DELIVERED', { couponCode: 'TEN' }),
    order('b', 'REJECTED'),
    order('c', 'CANCELLED', { customerId: 'jisoo' }),
    order('d', 'SHIPPED', {
      customerId: 'jisoo',
      lines: [{ number: 1, variantId: 'vase', quantity: 3 }],
    }),
  ],
  sagas: [
    saga('a', 'SHIPPED'),
    saga('b', 'REJECTED'),
    saga('c', 'CANCELLED'),
    saga('d', 'SHIPPED'),
  ],
  reservations: [
    { id: 'r1', orderId: 'a', status: 'COMMITTED', lines: [{ variantId: 'mug', quantity: 2 }] },
    { id: 'r2', orderId: 'b', status: 'RELEASED', lines: [{ variantId: 'mug', quantity: 2 }] },
    { id: 'r3', orderId: 'c', status: 'RELEASED', lines: [{ variantId: 'mug', quantity: 2 }] },
    { id: 'r4', orderId: 'd', status: 'COMMITTED', lines: [{ variantId: 'vase', quantity: 3 }] },
  ],
  shelves: [
    {
      ...{ variantId: 'mug', sku: 'MUG', isScarce: false },
      ...{ before: 10, stock: 9, reserved: 0, moved: -1 },
    },
    {
      ...{ variantId: 'vase', sku: 'VASE', isScarce: true },
      ...{ before: 3, stock: 0, reserved: 0, moved: -3 },
    },
  ],
  payments: [
    {
      ...{ id: 'p1', orderId: 'a', status: 'PARTIALLY_REFUNDED', currency: 'EUR' },
      ...{ amount: 1_000, captured: 1_000, refunded: 400 },
      ledger: {
        CARD_HOLDS: 0,
        AWAITING_CAPTURE: 0,
        PROVIDER_CLEARING: 600,
        SALES: -1_000,
        REFUNDS: 400,
      },
    },
    {
      ...{ id: 'p3', orderId: 'c', status: 'VOIDED', currency: 'EUR' },
      ...{
        amount: 1_000,
        captured: 0,
        refunded: 0,
        ledger: { CARD_HOLDS: 0, AWAITING_CAPTURE: 0 },
      },
    },
    {
      ...{ id: 'p4', orderId: 'd', status: 'CAPTURED', currency: 'EUR' },
      ...{ amount: 1_000, captured: 1_000, refunded: 0 },
      ledger: { CARD_HOLDS: 0, AWAITING_CAPTURE: 0, PROVIDER_CLEARING: 1_000, SALES: -1_000 },
    },
  ],
  ledgerSums: { EUR: 0, KRW: 0 },
  intents: [
    { ...intent, id: 'pi_a', orderId: 'a', authorized: 1_000, captures: [400, 600], refunded: 400 },
    { ...intent, id: 'pi_b', orderId: 'b', authorized: 0, status: 'canceled' },
    { ...intent, id: 'pi_c', orderId: 'c', authorized: 1_000, released: 1_000 },
    { ...intent, id: 'pi_d', orderId: 'd', authorized: 1_000, captures: [1_000] },
  ],
  shipments: [
    { id: 's1', orderId: 'a', status: 'DELIVERED', items: [{ number: 1, quantity: 1 }] },
    { id: 's2', orderId: 'a', status: 'DELIVERED', items: [{ number: 1, quantity: 1 }] },
    { id: 's3', orderId: 'c', status: 'CANCELLED', items: [{ number: 1, quantity: 2 }] },
    { id: 's4', orderId: 'd', status: 'IN_TRANSIT', items: [{ number: 1, quantity: 3 }] },
  ],
  returns: [
    {
      ...{ id: 'ret', orderId: 'a', status: 'REFUNDED', refund: 400 },
      items: [{ number: 1, quantity: 1, resellable: true }],
    },
  ],
  refunds: [{ id: 'ret', orderId: 'a', amount: 400, status: 'SUCCEEDED' }],
  coupons: [
    { code: 'TEN', limit: 1, limitOfOne: 1, used: 1, uses: [{ orderId: 'a', customerId: 'mina' }] },
  ],
  decided: [
    { id: 'm1', topic: 'orders', key: 'a', type: 'confirmed', position: 1 },
    { id: 'm2', topic: 'orders', key: 'a', type: 'capture', position: 2 },
  ],
  heard: [
    { id: 'm1', topic: 'orders', key: 'a', type: 'confirmed', sequence: 1 },
    { id: 'm2', topic: 'orders', key: 'a', type: 'capture', sequence: 2 },
    { id: 'm1', topic: 'orders', key: 'a', type: 'confirmed', sequence: 1 },
  ],
  handled: [
    { reader: 'shipping', messageId: 'm1', at: new Date(1_000) },
    { reader: 'payments', messageId: 'm2', at: new Date(2_000) },
  ],
  reactions: { shipping: ['confirmed'], payments: ['capture'] },
  deadLetters: [],
  waiting: [],
  effects: [{ what: 'a restock', key: 'ret', times: 1 }],
  projections: [{ service: 'orders', compared: 4, differences: [] }],
  attempts: [
    {
      ...{ key: 'k1', customerId: 'mina', orderIds: ['a', 'a'], told: ['CONFIRMED', 'CONFIRMED'] },
      cancelAsked: false,
    },
    {
      ...{ key: 'k2', customerId: 'mina', orderIds: ['b'], told: ['PaymentDeclined'] },
      cancelAsked: false,
    },
    {
      ...{
        key: 'k3',
        customerId: 'jisoo',
        orderIds: ['c'],
        told: ['CONFIRMED'],
        cancelAsked: true,
      },
    },
    {
      ...{ key: 'k4', customerId: 'jisoo', orderIds: ['d'], told: ['PENDING'], cancelAsked: false },
    },
  ],
  replays: [{ key: 'k1', orderIds: ['a'], again: 'a', otherBodyRefused: true }],
};

type List = { [Name in keyof Facts]: Facts[Name] extends readonly (infer Item)[] ? Item : never };

/** The facts with one item of a list changed. */
export const changed = <Name extends keyof Facts>(
  name: Name,
  index: number,
  change: Partial<List[Name]>,
): Facts => ({
  ...sound,
  [name]: (sound[name] as readonly object[]).map((item, at) =>
    at === index ? { ...item, ...change } : item,
  ),
});

/** The facts with one item of a list more. */
export const added = <Name extends keyof Facts>(name: Name, item: List[Name]): Facts => ({
  ...sound,
  [name]: [...(sound[name] as readonly object[]), item],
});

/** The facts without one item of a list. */
export const without = (name: keyof Facts, index: number): Facts => ({
  ...sound,
  [name]: (sound[name] as readonly object[]).filter((_, at) => at !== index),
});
