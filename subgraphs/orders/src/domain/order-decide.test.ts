import { replay } from '@souk/platform/decider';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placementOf } from '../../tests/placement.ts';
import { captureShare } from './capture-share.ts';
import type { OrderStatus } from './order.ts';
import { decideOrder, type OrderCommand, orderDecider } from './order-decide.ts';
import type { OrderEvent } from './order-events.ts';
import { OrderRejected, type RejectionCode } from './order-rejected.ts';
import { noOrder, type OrderState, shippedOf } from './order-state.ts';

const at = '2026-05-01T12:00:00.000Z';
const place: OrderCommand = { type: 'Place', placement: placementOf(), at };
const reserve: OrderCommand = { type: 'RecordReservation', reservationId: 'reservation-1', at };
const authorize: OrderCommand = { type: 'RecordAuthorization', paymentId: 'payment-1', at };
const confirm: OrderCommand = { type: 'Confirm', at };
const ship = (shipmentId: string, quantity: number, number = 1): OrderCommand => ({
  ...{ type: 'Ship', shipmentId, items: [{ number, quantity }], at },
});
const deliver = (shipmentId: string): OrderCommand => ({ type: 'Deliver', shipmentId, at });
const reject: OrderCommand = { type: 'Reject', reason: 'OUT_OF_STOCK', at };
const expire: OrderCommand = { type: 'Expire', reason: 'AUTHORIZING_TIMED_OUT', at };
const cancel: OrderCommand = { type: 'Cancel', reason: 'CHANGED_MIND', by: 'CUSTOMER', at };
const complete: OrderCommand = { type: 'CompleteCancellation', at };

const carryOut = (commands: readonly OrderCommand[]): OrderState => {
  const events: OrderEvent[] = [];
  for (const command of commands) {
    events.push(...decideOrder(command, replay(orderDecider, events)));
  }
  return replay(orderDecider, events);
};

/** How to bring an order to each of its statuses. */
const WAY: Record<OrderStatus, OrderCommand[]> = {
  PENDING: [place],
  STOCK_RESERVED: [place, reserve],
  PAYMENT_AUTHORIZED: [place, reserve, authorize],
  CONFIRMED: [place, reserve, authorize, confirm],
  PARTIALLY_SHIPPED: [place, reserve, authorize, confirm, ship('s1', 1)],
  SHIPPED: [place, reserve, authorize, confirm, ship('s1', 3)],
  DELIVERED: [place, reserve, authorize, confirm, ship('s1', 3), deliver('s1')],
  REJECTED: [place, reserve, reject],
  CANCELLING: [place, reserve, authorize, confirm, cancel],
  CANCELLED: [place, reserve, authorize, confirm, cancel, complete],
  EXPIRED: [place, reserve, expire],
};
const STATUSES = Object.keys(WAY) as OrderStatus[];

/** What each command does in each status: the status it leads to, `same`, or why it is refused. */
type Cell = OrderStatus | 'same' | RejectionCode;
const OUT: Cell = 'OUT_OF_TURN';
const NO_CANCEL: Cell = 'NOT_CANCELLABLE';
const NO_SHIP: Cell = 'NOT_SHIPPABLE';
const UNKNOWN: Cell = 'NO_SUCH_SHIPMENT';
const table: [OrderCommand, Cell[]][] = [
  // PENDING, STOCK_RESERVED, PAYMENT_AUTHORIZED, CONFIRMED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED,
  // REJECTED, CANCELLING, CANCELLED, EXPIRED
  [place, ['same', 'same', 'same', 'same', 'same', 'same', 'same', 'same', 'same', 'same', 'same']],
  [reserve, ['STOCK_RESERVED', 'same', 'same', 'same', 'same', 'same', 'same', OUT, OUT, OUT, OUT]],
  [
    authorize,
    [OUT, 'PAYMENT_AUTHORIZED', 'same', 'same', 'same', 'same', 'same', OUT, OUT, OUT, OUT],
  ],
  [confirm, [OUT, OUT, 'CONFIRMED', 'same', 'same', 'same', 'same', OUT, OUT, OUT, OUT]],
  [
    ship('s1', 3),
    [
      NO_SHIP,
      NO_SHIP,
      NO_SHIP,
      'SHIPPED',
      'same',
      'same',
      'same',
      NO_SHIP,
      'SHIPPED',
      NO_SHIP,
      NO_SHIP,
    ],
  ],
  [
    ship('s2', 1),
    [
      ...[NO_SHIP, NO_SHIP, NO_SHIP, 'PARTIALLY_SHIPPED', 'PARTIALLY_SHIPPED', NO_SHIP, NO_SHIP],
      ...[NO_SHIP, 'PARTIALLY_SHIPPED', NO_SHIP, NO_SHIP],
    ] as Cell[],
  ],
  [
    deliver('s1'),
    [
      ...[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 'PARTIALLY_SHIPPED', 'DELIVERED', 'same'],
      ...[UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN],
    ] as Cell[],
  ],
  [reject, ['REJECTED', 'REJECTED', 'REJECTED', OUT, OUT, OUT, OUT, 'same', OUT, OUT, OUT]],
  [expire, ['EXPIRED', 'EXPIRED', 'EXPIRED', OUT, OUT, OUT, OUT, OUT, OUT, OUT, 'same']],
  [
    cancel,
    [
      ...['CANCELLING', 'CANCELLING', 'CANCELLING', 'CANCELLING', NO_CANCEL, NO_CANCEL, NO_CANCEL],
      ...[NO_CANCEL, 'same', 'same', NO_CANCEL],
    ] as Cell[],
  ],
  [complete, [OUT, OUT, OUT, OUT, OUT, OUT, OUT, OUT, 'CANCELLED', 'same', OUT]],
];

describe.each(table)('$type', (command, cells) => {
  test.each(STATUSES.map((status, index) => [status, cells[index]]))(
    'in %s: %s',
    (status, cell) => {
      const before = carryOut(WAY[status as OrderStatus]);
      expect(before.status).toBe(status);
      const outcome = () => {
        try {
          const events = decideOrder(command, before);
          return events.length === 0 ? 'same' : events.reduce(orderDecider.evolve, before).status;
        } catch (error) {
          if (error instanceof OrderRejected) return error.code;
          throw error;
        }
      };
      expect(outcome()).toBe(cell);
    },
  );
});

test.each<[string, OrderCommand[], RejectionCode]>([
  ['what was never placed', [confirm], 'NO_SUCH_ORDER'],
  ['an order of nothing', [{ ...place, placement: placementOf({ lines: [] }) }], 'NOTHING_ORDERED'],
  [
    'another order under the same id',
    [place, { ...place, placement: placementOf({ orderId: 'order-2' }) }],
    'ALREADY_PLACED',
  ],
  ['a line that was not ordered', [...WAY.CONFIRMED, ship('s1', 1, 2)], 'NOT_IN_ORDER'],
  ['a shipment of nothing', [...WAY.CONFIRMED, ship('s1', 0)], 'NOT_IN_ORDER'],
  ['more than was ordered', [...WAY.CONFIRMED, ship('s1', 4)], 'MORE_THAN_ORDERED'],
  ['more than is left', [...WAY.PARTIALLY_SHIPPED, ship('s2', 3)], 'MORE_THAN_ORDERED'],
  [
    'a parcel of an order cancelled before it was confirmed',
    [place, reserve, cancel, ship('s1', 1)],
    'NOT_SHIPPABLE',
  ],
])('%s is refused', (_, commands, code) => {
  expect(() => carryOut(commands)).toThrow(new OrderRejected(code));
});

test('an order of several parcels is delivered when the last of them is', () => {
  const sent = [...WAY.CONFIRMED, ship('s1', 1), ship('s2', 2)];
  expect(carryOut([...sent, deliver('s2')]).status).toBe('SHIPPED');
  expect(carryOut([...sent, deliver('s2'), deliver('s1')]).status).toBe('DELIVERED');
});

test('whatever is commanded, the state stays legal and a repetition makes nothing happen', () => {
  const shipment = fc.tuple(fc.constantFrom('s1', 's2', 's3'), fc.integer({ min: 1, max: 3 }));
  const command = fc.oneof(
    ...[place, reserve, authorize, confirm].map((each) => fc.constant(each)),
    fc.constantFrom(reject, expire, cancel, complete),
    shipment.map(([id, quantity]) => ship(id, quantity)),
    shipment.map(([id]) => deliver(id)),
  );
  const start = fc.constantFrom(...Object.values(WAY), []);
  fc.assert(
    fc.property(start, fc.array(command, { maxLength: 30 }), (way, commands) => {
      let state = noOrder;
      let count = 0;
      for (const each of [...way, ...commands]) {
        try {
          const events = decideOrder(each, state);
          state = events.reduce(orderDecider.evolve, state);
          count += events.length;
          if (decideOrder(each, state).length > 0) throw new Error(`${each.type} twice`);
        } catch (error) {
          if (!(error instanceof OrderRejected)) throw error;
        }
        const shipped = shippedOf(state, 1);
        const parcels = Object.values(state.shipments);
        const left = ['PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED'].includes(`${state.status}`);
        if (state.version !== count) throw new Error('the version is not the count of events');
        if (shipped > 3) throw new Error('more left than was ordered');
        if (left !== shipped > 0) throw new Error(`${shipped} units left in ${state.status}`);
        if ((state.status === 'PARTIALLY_SHIPPED') !== (shipped > 0 && shipped < 3)) {
          throw new Error(`${shipped} units left in ${state.status}`);
        }
        const arrived = shipped === 3 && parcels.every(({ delivered }) => delivered);
        if ((state.status === 'DELIVERED') !== arrived) throw new Error('not all arrived');
        if (shipped > 0 && !state.confirmed) throw new Error('shipped before the pivot');
      }
    }),
    { numRuns: 2_000 },
  );
});

test('in whatever parts an order leaves, the captures sum to its total', () => {
  const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 1_000_000 })), {
    ...{ minLength: 1, maxLength: 5 },
  });
  fc.assert(
    fc.property(
      lines,
      fc.nat({ max: 5_000 }),
      fc.infiniteStream(fc.nat()),
      (drawn, shipping, dice) => {
        const template = placementOf().lines[0];
        if (template === undefined) throw new Error('no line');
        const placement = placementOf({
          shipping,
          lines: drawn.map(([quantity, payable], index) => ({
            ...{ ...template, number: index + 1, quantity, payable },
          })),
        });
        const units = drawn
          .flatMap(([quantity], index) => Array.from({ length: quantity }, () => index + 1))
          .map((number) => ({ number, parcel: (dice.next().value ?? 0) % 4 }));
        const shipments: Record<string, { items: typeof items; delivered: boolean }> = {};
        let items: { number: number; quantity: number }[] = [];
        let total = 0;
        for (const parcel of [0, 1, 2, 3]) {
          items = units
            .filter((unit) => unit.parcel === parcel)
            .map(({ number }) => ({ number, quantity: 1 }));
          if (items.length === 0) continue;
          const amount = captureShare(placement, { shipments }, items);
          if (amount < 0) throw new Error('a capture takes something');
          total += amount;
          shipments[`s${parcel}`] = { items, delivered: false };
        }
        expect(total).toBe(shipping + drawn.reduce((sum, [, payable]) => sum + payable, 0));
      },
    ),
  );
});
