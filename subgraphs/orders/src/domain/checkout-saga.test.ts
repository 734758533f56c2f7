import { describe, expect, test } from 'vitest';
import { placementOf } from '../../tests/placement.ts';
import { advance, beginning, type Checkout } from './checkout.ts';
import { HOLD_MS, later } from './checkout-deadlines.ts';
import type { CheckoutInput, CheckoutOutcome, CheckoutStep } from './checkout-state.ts';
import type { OrderStatus } from './order.ts';
import { OrderRejected } from './order-rejected.ts';

const at = '2026-05-01T12:00:00.000Z';
type Given = CheckoutInput extends infer I
  ? I extends unknown
    ? Omit<I, 'id' | 'at'> & { at?: string; id?: string }
    : never
  : never;

const place: Given = { type: 'Place', placement: placementOf() };
const quoted: Given = { type: 'PricesQuoted', prices: { 'variant-1': 3_334 } };
const held: Given = { type: 'StockHeld', until: later(at, HOLD_MS) };
const refused: Given = { type: 'StockRefused' };
const holdEnded: Given = { type: 'ReservationExpired' };
const authorized: Given = { type: 'PaymentAuthorized', paymentId: 'payment-1', amount: 12_500 };
const proof: Given = { type: 'PaymentActionRequired' };
const declined: Given = { type: 'PaymentDeclined', code: 'card_declined' };
const voided: Given = { type: 'PaymentVoided' };
const cancel: Given = { type: 'Cancel', reason: 'CHANGED_MIND', by: 'CUSTOMER' };
const recalled: Given = { type: 'ShipmentCancelled' };
const sent = (n: number, quantity: number): Given => ({
  ...{ type: 'ShipmentDispatched', shipmentId: `s${n}`, items: [{ number: 1, quantity }] },
});
const arrived = (n: number): Given => ({ type: 'ShipmentDelivered', shipmentId: `s${n}` });
const captured = (n: number, amount: number): Given => ({
  ...{ type: 'PaymentCaptured', shipmentId: `s${n}`, amount },
});
const unasked: Given = { type: 'PaymentCaptured', shipmentId: null, amount: 12_500, id: 'late-1' };
const refunded: Given = { type: 'RefundSucceeded', refundId: 'late-1' };
/** The deadline that is set, whichever it is. */
const wake = 'wake';

function give(inputs: readonly (Given | typeof wake)[]) {
  let state: Checkout = beginning;
  let said: string[] = [];
  for (const [index, given] of inputs.entries()) {
    const due = state.checkout.deadline?.at ?? at;
    const input: Given = given === wake ? { type: 'DeadlineReached', due, at: due } : given;
    const done = advance(state, { id: `m${index}`, at, ...input } as CheckoutInput);
    state = { order: done.order, checkout: done.checkout };
    said = done.effects.map((effect) =>
      effect.kind === 'ask'
        ? `ask ${effect.what}`
        : 'amount' in effect.data
          ? `${effect.name} ${effect.data.amount}`
          : effect.name,
    );
  }
  return { ...state, said };
}

const RESERVING = [place, quoted];
const AUTHORIZING = [...RESERVING, held];
const CONFIRMED = [...AUTHORIZING, authorized];
const RECALLING = [...CONFIRMED, cancel];
const VOIDING = [...AUTHORIZING, wake] as const;
const SHIPPED = [...CONFIRMED, sent(1, 3), captured(1, 12_500)];

type Case = [
  story: string,
  given: readonly (Given | typeof wake)[],
  said: string[],
  step: CheckoutStep,
  status: OrderStatus,
];
const VOID = 'PaymentVoidRequested';
const RELEASE = 'OrderCancelled';
const RECALL = 'CancellationRequested';

describe.each<[string, Case[]]>([
  [
    'on the straight way',
    [
      ['a placed order asks for prices', [place], ['ask PRICES'], 'PRICING', 'PENDING'],
      ['prices that stand ask for stock', RESERVING, ['ask RESERVATION'], 'RESERVING', 'PENDING'],
      [
        'held stock asks for money',
        AUTHORIZING,
        ['PaymentRequested 12500'],
        ...(['AUTHORIZING', 'STOCK_RESERVED'] as const),
      ],
      ['held money confirms', CONFIRMED, ['OrderConfirmed'], 'FULFILLING', 'CONFIRMED'],
      [
        'a proof may take its time',
        [...AUTHORIZING, proof, { ...authorized, at: later(at, 14 * 60_000) }],
        ['OrderConfirmed'],
        ...(['FULFILLING', 'CONFIRMED'] as const),
      ],
      [
        'a parcel takes its money',
        [...CONFIRMED, sent(1, 3)],
        ['CaptureRequested 12500'],
        ...(['FULFILLING', 'SHIPPED'] as const),
      ],
      ['money that is taken ends it', SHIPPED, [], 'ENDED', 'SHIPPED'],
      ['the parcel arrives after that', [...SHIPPED, arrived(1)], [], 'ENDED', 'DELIVERED'],
      [
        'a delivery may be told before its dispatch',
        [...CONFIRMED, arrived(1), sent(1, 3)],
        ['CaptureRequested 12500'],
        ...(['FULFILLING', 'DELIVERED'] as const),
      ],
      [
        'the first parcel takes its part and the delivery',
        [...CONFIRMED, sent(1, 1)],
        ['CaptureRequested 5833'],
        ...(['FULFILLING', 'PARTIALLY_SHIPPED'] as const),
      ],
      [
        'the last parcel takes the rest',
        [...CONFIRMED, sent(1, 1), captured(1, 5_833), sent(2, 2)],
        ['CaptureRequested 6667'],
        ...(['FULFILLING', 'SHIPPED'] as const),
      ],
    ],
  ],
  [
    'before the pivot',
    [
      [
        'another price rejects',
        [place, { type: 'PricesQuoted', prices: { 'variant-1': 3_335 } }],
        ...([[], 'ENDED', 'REJECTED'] as [string[], CheckoutStep, OrderStatus]),
      ],
      [
        'a vanished product rejects',
        [place, { type: 'PricesQuoted', prices: {} }],
        [],
        'ENDED',
        'REJECTED',
      ],
      ['no stock rejects', [...RESERVING, refused], [], 'ENDED', 'REJECTED'],
      [
        'a declined card gives the stock back',
        [...AUTHORIZING, declined],
        [RELEASE],
        'ENDED',
        'REJECTED',
      ],
      [
        'another amount than agreed goes back',
        [...AUTHORIZING, { ...authorized, amount: 1 } as Given],
        [VOID, RELEASE],
        ...(['VOIDING', 'REJECTED'] as const),
      ],
      [
        'a hold that is about to end is not built upon',
        [...AUTHORIZING, { ...authorized, at: later(at, HOLD_MS - 60_000) }],
        [VOID, RELEASE],
        ...(['VOIDING', 'EXPIRED'] as const),
      ],
      [
        'a hold that ended undoes the payment',
        [...AUTHORIZING, holdEnded],
        [VOID],
        'VOIDING',
        'EXPIRED',
      ],
      ['prices that never come expire it', [place, wake], [], 'ENDED', 'EXPIRED'],
      ['stock that never comes is released', [...RESERVING, wake], [RELEASE], 'ENDED', 'EXPIRED'],
      [
        'money that never comes is undone in reverse',
        VOIDING,
        [VOID, RELEASE],
        'VOIDING',
        'EXPIRED',
      ],
      [
        'a proof that never comes likewise',
        [...AUTHORIZING, proof, wake],
        [VOID, RELEASE],
        'VOIDING',
        'EXPIRED',
      ],
      ['a void that is answered ends it', [...VOIDING, voided], [], 'ENDED', 'EXPIRED'],
      ['a void that is not is asked for again', [...VOIDING, wake], [VOID], 'VOIDING', 'EXPIRED'],
    ],
  ],
  [
    'when it is cancelled',
    [
      ['nothing was held', [place, cancel], [], 'ENDED', 'CANCELLED'],
      ['stock was held', [...RESERVING, cancel], [RELEASE], 'ENDED', 'CANCELLED'],
      ['money is under way', [...AUTHORIZING, cancel], [VOID, RELEASE], 'VOIDING', 'CANCELLING'],
      ['and the money let go', [...AUTHORIZING, cancel, voided], [], 'ENDED', 'CANCELLED'],
      [
        'after the pivot the parcel is recalled first',
        RECALLING,
        [RECALL],
        'RECALLING',
        'CANCELLING',
      ],
      [
        'the parcel is kept: the rest is undone',
        [...RECALLING, recalled],
        [VOID, RELEASE],
        'VOIDING',
        'CANCELLING',
      ],
      ['and it ends', [...RECALLING, recalled, voided], [], 'ENDED', 'CANCELLED'],
      [
        'nobody answers: shipping is asked again',
        [...RECALLING, wake],
        [RECALL],
        'RECALLING',
        'CANCELLING',
      ],
      [
        'the parcel had left: it is paid for after all',
        [...RECALLING, sent(1, 3)],
        ['CaptureRequested 12500'],
        ...(['FULFILLING', 'SHIPPED'] as const),
      ],
    ],
  ],
  [
    'after the pivot',
    [
      [
        'a parcel that never leaves is recalled',
        [...CONFIRMED, wake],
        [RECALL],
        'RECALLING',
        'CANCELLING',
      ],
      [
        'lost stock recalls the parcel',
        [...CONFIRMED, holdEnded],
        [RECALL],
        'RECALLING',
        'CANCELLING',
      ],
      [
        'lost money recalls the parcel',
        [...CONFIRMED, voided],
        [RECALL],
        'RECALLING',
        'CANCELLING',
      ],
      [
        'shipping gives up: all is undone',
        [...CONFIRMED, recalled],
        [VOID, RELEASE],
        'VOIDING',
        'CANCELLING',
      ],
      [
        'a capture without an answer is asked for again',
        [...CONFIRMED, sent(1, 3), wake],
        ['CaptureRequested 12500'],
        ...(['FULFILLING', 'SHIPPED'] as const),
      ],
    ],
  ],
  [
    'when success comes late',
    [
      ['a hold is voided', [...VOIDING, voided, authorized], [VOID], 'VOIDING', 'EXPIRED'],
      [
        'a hold before the answer is voided too',
        [...VOIDING, authorized],
        [VOID],
        'VOIDING',
        'EXPIRED',
      ],
      [
        'money that was taken is refunded',
        [...VOIDING, voided, unasked],
        ['RefundRequested 12500'],
        ...(['REFUNDING', 'EXPIRED'] as const),
      ],
      [
        'a refund without an answer is asked for again',
        [...VOIDING, voided, unasked, wake],
        ['RefundRequested 12500'],
        ...(['REFUNDING', 'EXPIRED'] as const),
      ],
      ['the refund ends it', [...VOIDING, voided, unasked, refunded], [], 'ENDED', 'EXPIRED'],
      ['stock is released again', [...RESERVING, wake, held], [RELEASE], 'ENDED', 'EXPIRED'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('%s', (__, given, said, step, status) => {
    const done = give(given);
    expect({ said: done.said, step: done.checkout.step, status: done.order.status }).toEqual({
      ...{ said, step, status },
    });
  });
});

test.each<[string, readonly (Given | typeof wake)[], Given]>([
  ['prices', AUTHORIZING, quoted],
  ['held stock', CONFIRMED, held],
  ['a request for proof', [...AUTHORIZING, proof], proof],
  ['held money', CONFIRMED, authorized],
  ['a dispatch', [...CONFIRMED, sent(1, 1)], sent(1, 1)],
  ['a dispatch after the end', SHIPPED, sent(1, 3)],
  ['a capture', SHIPPED, captured(1, 12_500)],
  ['a delivery', [...SHIPPED, arrived(1)], arrived(1)],
  ['a void', [...VOIDING, voided], voided],
  ['a refund', [...VOIDING, voided, unasked, refunded], unasked],
  ['a cancellation', RECALLING, cancel],
])('%s that comes again changes nothing but perhaps asks what is known', (_, given, twice) => {
  const before = give(given);
  const after = give([...given, twice]);
  expect(after.order).toEqual(before.order);
  expect(after.checkout).toEqual(before.checkout);
  expect(after.said).toEqual([]);
});

test('a deadline that was moved does not fire', () => {
  const stale = give(AUTHORIZING).checkout.deadline?.at ?? '';
  const { order, said } = give([...AUTHORIZING, proof, { type: 'DeadlineReached', due: stale }]);
  expect({ status: order.status, said }).toEqual({ status: 'STOCK_RESERVED', said: [] });
});

test('what is free is confirmed without a payment, and captures nothing', () => {
  const lines = placementOf().lines.map((line) => ({ ...line, payable: 0 }));
  const free: Given = { type: 'Place', placement: placementOf({ lines, total: 0, shipping: 0 }) };
  expect(give([free, quoted, held]).said).toEqual(['OrderConfirmed']);
  const { checkout, said } = give([free, quoted, held, sent(1, 3)]);
  const outcome: CheckoutOutcome = 'SHIPPED';
  expect({ said, outcome: checkout.outcome, step: checkout.step }).toEqual({
    ...{ said: [], outcome, step: 'ENDED' },
  });
});

test('what has left cannot be cancelled', () => {
  expect(() => give([...SHIPPED, cancel])).toThrow(new OrderRejected('NOT_CANCELLABLE'));
});
