import { describe, expect, test } from 'vitest';
import type { Facts } from '../audit/facts.ts';
import { invariants } from './every.ts';
import { added, changed, sound, without } from './sound-facts.ts';

const breachesOf = (facts: Facts) =>
  invariants.flatMap(({ name, check }) =>
    check(facts).breaches.map((breach) => ({ name, breach })),
  );

test('a flawless run breaches nothing', () => {
  expect(breachesOf(sound)).toEqual([]);
});

test.each(invariants)('something is there to be checked for: $name', ({ check }) => {
  expect(check(sound).checked).toBeGreaterThan(0);
});

const charge = {
  ...{ id: 'pi_a2', orderId: 'a', status: 'requires_capture', currency: 'EUR' },
  ...{ authorized: 1_000, released: 0, captures: [], refunded: 0 },
};
const parcel = {
  id: 's9',
  orderId: 'd',
  status: 'IN_TRANSIT',
  items: [{ number: 1, quantity: 3 }],
};

/** What went wrong, the facts that it leaves, and the invariant that must say so. */
const planted: [string, Facts, string, RegExp][] = [
  ['a second charge', added('intents', charge), 'no order is charged twice', /pi_a and pi_a2/],
  [
    'a capture of more than is due',
    changed('intents', 3, { captures: [1_000, 1] }),
    'no order is charged twice',
    /1001 was taken, 1000 was due/,
  ],
  [
    'a parcel that is paid for twice',
    changed('intents', 3, { captures: [500, 500] }),
    'no order is charged twice',
    /2 captures for 1 parcels/,
  ],
  [
    'a unit that vanished',
    changed('shelves', 0, { stock: 8, moved: -2 }),
    'no unit is sold twice or lost',
    /2 units gone, orders have 1/,
  ],
  [
    'a stock that its movements do not explain',
    changed('shelves', 0, { stock: 8 }),
    'no unit is sold twice or lost',
    /its movements lead to 9/,
  ],
  [
    'a unit that stays reserved',
    changed('shelves', 0, { reserved: 1 }),
    'no unit is sold twice or lost',
    /1 reserved, held for orders 0/,
  ],
  [
    'a kept order whose stock was never taken',
    changed('reservations', 0, { status: 'EXPIRED' }),
    'no unit is sold twice or lost',
    /order a is DELIVERED: its units/,
  ],
  [
    'an oversold vase',
    added('orders', {
      ...sound.orders[3],
      id: 'e',
      lines: [{ number: 1, variantId: 'vase', quantity: 1 }],
    } as never),
    'what is scarce is sold out exactly',
    /4 sold of 3/,
  ],
  [
    'a vase that nobody can buy',
    changed('shelves', 1, { stock: 1 }),
    'what is scarce is sold out exactly',
    /1 cannot be sold/,
  ],
  [
    'a vase that is gone and was not bought',
    changed('orders', 3, { lines: [{ number: 1, variantId: 'vase', quantity: 2 }] }),
    'what is scarce is sold out exactly',
    /only 2 of 3 were bought/,
  ],
  [
    'a saga that waits',
    changed('sagas', 2, { step: 'VOIDING' }),
    'every saga ended',
    /order c is CANCELLED: its saga waits in VOIDING/,
  ],
  ['an order without a saga', without('sagas', 1), 'every saga ended', /order b .* has no saga/],
  [
    'a saga that ended otherwise than its order',
    changed('sagas', 1, { outcome: 'SHIPPED' }),
    'every saga ended',
    /order b is REJECTED, its saga ended SHIPPED/,
  ],
  [
    'a hold that was not released',
    changed('intents', 2, { released: 0 }),
    'what failed is undone',
    /order c is CANCELLED: 1000 is held/,
  ],
  [
    'money kept for nothing',
    changed('intents', 2, { released: 0, captures: [1_000] }),
    'what failed is undone',
    /order c is CANCELLED: 1000 was not given back/,
  ],
  [
    'stock kept for nothing',
    changed('reservations', 2, { status: 'HELD' }),
    'what failed is undone',
    /its stock is HELD/,
  ],
  [
    'a parcel for an order that failed',
    changed('shipments', 2, { status: 'IN_TRANSIT' }),
    'what failed is undone',
    /a parcel is IN_TRANSIT/,
  ],
  [
    'a coupon spent on an order that failed',
    changed('coupons', 0, { uses: [{ orderId: 'b', customerId: 'mina' }] }),
    'what failed is undone',
    /its coupon counts as used/,
  ],
  [
    'a parcel that is never sent',
    changed('shipments', 1, { status: 'PENDING' }),
    'what is kept is shipped and paid once',
    /of line 1 1 were sent, 2 bought/,
  ],
  [
    'a parcel that is sent twice',
    added('shipments', parcel),
    'what is kept is shipped and paid once',
    /of line 1 6 were sent, 3 bought/,
  ],
  [
    'a parcel that nobody paid for',
    changed('intents', 3, { captures: [] }),
    'what is kept is shipped and paid once',
    /0 of 1000 was taken/,
  ],
  [
    'a rest that stays held',
    changed('intents', 3, { authorized: 1_200 }),
    'what is kept is shipped and paid once',
    /200 more is held/,
  ],
  [
    'half a double entry',
    { ...sound, ledgerSums: { EUR: -5 } },
    'the ledger sums to zero',
    /all postings in EUR sum to -5/,
  ],
  [
    'a payment whose postings do not sum to zero',
    changed('payments', 2, { ledger: { SALES: -1 } }),
    'the ledger sums to zero',
    /payment p4 sum to -1/,
  ],
  [
    'a capture that was not written down',
    changed('payments', 2, {
      captured: 0,
      ledger: { CARD_HOLDS: 1_000, AWAITING_CAPTURE: -1_000 },
    }),
    "the ledger is the provider's",
    /payment p4/,
  ],
  [
    'a charge that no payment knows of',
    without('payments', 1),
    "the ledger is the provider's",
    /pi_c of order c is of no payment/,
  ],
];

const alsoPlanted: [string, Facts, string, RegExp][] = [
  [
    'an event that never reached the bus',
    added('decided', { id: 'm3', topic: 'orders', key: 'a', type: 'told', position: 3 }),
    'no event is lost',
    /m3 of a \(outbox 3\) never reached the bus/,
  ],
  [
    'an event that nobody decided',
    without('decided', 1),
    'no event is lost',
    /m2 came over the bus, and nobody decided it/,
  ],
  [
    'an event that a reader has not handled',
    without('handled', 1),
    'no event is lost',
    /payments is not through with capture m2/,
  ],
  [
    'an outbox that is not empty',
    added('waiting', { where: 'outbox of orders', what: 'm9' }),
    'no event is lost',
    /still in outbox of orders: m9/,
  ],
  [
    'a message that was given up',
    added('deadLetters', { service: 'orders', messageId: 'm9', error: 'Error: no\nat x' }),
    'no event is lost',
    /orders gave up message m9: Error: no$/,
  ],
  [
    'a message that one reader handled twice',
    added('handled', { reader: 'payments', messageId: 'm2', at: new Date(3_000) }),
    'no event is applied twice',
    /payments: m2 is recorded 2 times/,
  ],
  [
    'an effect that happened twice',
    changed('effects', 0, { times: 2 }),
    'no event is applied twice',
    /a restock happened 2 times for ret/,
  ],
  [
    'a relay that turned two events round',
    { ...sound, heard: [...sound.heard].slice(0, 2).reverse() },
    'events of one aggregate stay in order',
    /confirmed \(1\) came after a later one/,
  ],
  [
    'a reader that turned two events round',
    {
      ...sound,
      reactions: { shipping: ['confirmed', 'capture'] },
      handled: [
        { reader: 'shipping', messageId: 'm1', at: new Date(2_000) },
        { reader: 'shipping', messageId: 'm2', at: new Date(1_000) },
      ],
    },
    'events of one aggregate stay in order',
    /by shipping: capture \(2\) was handled before an earlier one/,
  ],
  [
    'a projection that differs',
    changed('projections', 0, { differences: ['order a: status'] }),
    'projections are what a rebuild gives',
    /orders: order a: status/,
  ],
  [
    'a double submit that bought twice',
    changed('attempts', 0, { orderIds: ['a', 'b'] }),
    'a key buys once and is answered alike',
    /key k1 led to a and b/,
  ],
  [
    'an order that nobody was told of',
    without('attempts', 3),
    'a key buys once and is answered alike',
    /customer jisoo has orders that no reply told of: d/,
  ],
  [
    'a key that buys again later',
    changed('replays', 0, { again: 'd' }),
    'a key buys once and is answered alike',
    /key k1 led to a; sent again, to d/,
  ],
  [
    'a key that is taken with another body',
    changed('replays', 0, { otherBodyRefused: false }),
    'a key buys once and is answered alike',
    /key k1 was taken with another body/,
  ],
  [
    'a confirmed order that was given up',
    changed('orders', 0, { status: 'EXPIRED' }),
    'what customers were told holds',
    /order a was confirmed to its customer and is EXPIRED/,
  ],
  [
    'a confirmed order that was cancelled unasked',
    changed('attempts', 2, { cancelAsked: false }),
    'what customers were told holds',
    /order c was confirmed, and cancelled though nobody asked/,
  ],
  [
    'an order that was refused and is sent',
    changed('attempts', 3, { told: ['PaymentDeclined'] }),
    'what customers were told holds',
    /order d was refused .* and is SHIPPED/,
  ],
  [
    'a coupon used too often',
    changed('coupons', 0, { limit: 0 }),
    'coupons keep their limits',
    /TEN was used 1 times of 0/,
  ],
  [
    'a coupon used too often by one',
    changed('coupons', 0, { limitOfOne: 0 }),
    'coupons keep their limits',
    /TEN was used 1 times by mina, of 0/,
  ],
  [
    'a coupon that miscounts',
    changed('coupons', 0, { used: 0 }),
    'coupons keep their limits',
    /TEN counts 0 uses, 1 orders have it/,
  ],
  [
    'a discount that no coupon counts',
    changed('orders', 3, { couponCode: 'TEN' }),
    'coupons keep their limits',
    /order d has TEN, which does not count it/,
  ],
  [
    'a return without its refund',
    { ...sound, refunds: [] },
    'what came back is refunded once',
    /return ret of order a is worth 400, 0 was given back/,
  ],
  [
    'a return that nobody deals with',
    changed('returns', 0, { status: 'RECEIVED' }),
    'what came back is refunded once',
    /return ret of order a stays RECEIVED/,
  ],
  [
    'more than was sent comes back',
    changed('returns', 0, { items: [{ number: 1, quantity: 3, resellable: false }] }),
    'what came back is refunded once',
    /3 of line 1 came back, 2 were sent/,
  ],
  [
    'a refund that the provider knows nothing of',
    changed('intents', 0, { refunded: 0 }),
    'what came back is refunded once',
    /order a: 400 was refunded, 0 at the provider/,
  ],
];

describe('a planted breach is reported', () => {
  test.each([...planted, ...alsoPlanted])('%s', (_, facts, name, sentence) => {
    const found = breachesOf(facts).filter((each) => each.name === name);
    expect(found.map(({ breach }) => breach).join('\n')).toMatch(sentence);
  });

  test('every invariant has at least one', () => {
    const names = [...planted, ...alsoPlanted].map(([, , name]) => name);
    expect(invariants.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
  });
});
