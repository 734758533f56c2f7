import { replay } from '@souk/platform/decider';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { returnActions } from './available-actions.ts';
import { OrderRejected, type RejectionCode } from './order-rejected.ts';
import {
  type ReturnCommand,
  type ReturnStatus,
  returnDecider,
  returnMessages,
} from './return-decide.ts';
import type { ReturnEvent } from './return-events.ts';

const at = '2026-05-10T12:00:00.000Z';
const order = {
  orderId: 'order-1',
  currency: 'KRW' as const,
  lines: [
    {
      ...{ number: 1, variantId: 'v1', quantity: 3, payable: 10_000, delivered: 3 },
      ...{ claimed: 1, refunding: 3_333 },
    },
    {
      ...{ number: 2, variantId: 'v2', quantity: 1, payable: 0, delivered: 1 },
      ...{ claimed: 0, refunding: 0 },
    },
  ],
  deliveredAt: '2026-05-01T12:00:00.000Z',
};
const request = (over: object = {}, items = [{ number: 1, quantity: 2 }]): ReturnCommand => ({
  ...{ type: 'Request', returnId: 'return-1', order: { ...order, ...over }, items },
  ...{ reason: 'TOO_SMALL', at },
});
const approve: ReturnCommand = { type: 'Approve', at };
const reject: ReturnCommand = { type: 'Reject', reason: 'WORN', at };
const send: ReturnCommand = { type: 'Send', at };
const receive: ReturnCommand = { type: 'Receive', resellable: [1], at };
const refund: ReturnCommand = { type: 'RecordRefund', at };

function carryOut(commands: readonly ReturnCommand[]) {
  const events: ReturnEvent[] = [];
  for (const command of commands) {
    events.push(...returnDecider.decide(command, replay(returnDecider, events)));
  }
  return { events, state: replay(returnDecider, events) };
}

const WAY: Record<ReturnStatus, ReturnCommand[]> = {
  REQUESTED: [request()],
  APPROVED: [request(), approve],
  REJECTED: [request(), reject],
  IN_TRANSIT: [request(), approve, send],
  RECEIVED: [request(), approve, send, receive],
  REFUNDED: [request(), approve, send, receive, refund],
};
const STATUSES = Object.keys(WAY) as ReturnStatus[];

test.each(STATUSES)('a return comes to %s, and its commands again change nothing', (status) => {
  const { state } = carryOut(WAY[status]);
  expect(state).toMatchObject({ status, version: WAY[status].length });
  expect(WAY[status].flatMap((each) => returnDecider.decide(each, state))).toEqual([]);
});

test('a parcel may be handed in without having been seen on its way', () => {
  expect(carryOut([request(), approve, receive]).state.status).toBe('RECEIVED');
});

test.each<[string, ReturnCommand[], RejectionCode]>([
  ['what nobody asked for', [approve], 'NO_SUCH_RETURN'],
  ['before delivery', [request({ deliveredAt: null })], 'NOT_RETURNABLE'],
  [
    'after thirty days',
    [request({ deliveredAt: '2026-04-10T11:59:59.999Z' })],
    'RETURN_PERIOD_OVER',
  ],
  ['nothing', [request({}, [])], 'NOT_IN_ORDER'],
  [
    'the same line twice',
    [
      request({}, [
        { number: 1, quantity: 1 },
        { number: 1, quantity: 1 },
      ]),
    ],
    'NOT_IN_ORDER',
  ],
  ['an unknown line', [request({}, [{ number: 9, quantity: 1 }])], 'NOT_IN_ORDER'],
  [
    'more than arrived and is not claimed',
    [request({}, [{ number: 1, quantity: 3 }])],
    'MORE_THAN_SHIPPED',
  ],
  [
    'the receipt of a line that is not in the return',
    [request(), approve, { ...receive, resellable: [2] }],
    'NOT_IN_ORDER',
  ],
  ['goods that nobody agreed to', [request(), receive], 'OUT_OF_TURN'],
  ['an approval after the refusal', [request(), reject, approve], 'OUT_OF_TURN'],
  ['a refusal after the approval', [request(), approve, reject], 'OUT_OF_TURN'],
  ['a refund before the receipt', [request(), approve, refund], 'OUT_OF_TURN'],
])('%s is refused', (_, commands, code) => {
  expect(() => carryOut(commands)).toThrow(new OrderRejected(code));
});

test('goods that came back are paid back, and what can be sold is put on the shelf', () => {
  const { events, state } = carryOut(WAY.RECEIVED);
  expect(events.flatMap((event) => returnMessages(event, state))).toEqual([
    {
      ...{ kind: 'tell', name: 'RefundRequested' },
      data: {
        ...{ orderId: 'order-1', refundId: 'return-1', amount: 6_667, currency: 'KRW' },
        reason: 'RETURNED',
      },
    },
    {
      ...{ kind: 'tell', name: 'StockReturned' },
      data: {
        ...{ orderId: 'order-1', returnId: 'return-1' },
        lines: [{ number: 1, variantId: 'v1', quantity: 2 }],
      },
    },
  ]);
});

test('goods that cost nothing are settled by their receipt; what is damaged is not restocked', () => {
  const free = request({}, [{ number: 2, quantity: 1 }]);
  const { events, state } = carryOut([free, approve, { ...receive, resellable: [] }]);
  expect(state.status).toBe('REFUNDED');
  expect(events.flatMap((event) => returnMessages(event, state))).toEqual([]);
});

const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0);

/** What one more unit of a line gives back. */
function refundOfOne(line: {
  quantity: number;
  payable: number;
  claimed: number;
  refunding: number;
}): number {
  const full = { number: 1, variantId: 'v', delivered: line.quantity, ...line };
  const { state } = carryOut([request({ lines: [full] }, [{ number: 1, quantity: 1 }])]);
  return state.request?.items[0]?.refund ?? 0;
}

test('however a line comes back in parts, the refunds sum to what was paid for it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 99 }), (payable, quantity) => {
      const refunds: number[] = [];
      for (const claimed of Array(quantity).keys()) {
        refunds.push(refundOfOne({ quantity, payable, claimed, refunding: sum(refunds) }));
      }
      expect(sum(refunds)).toBe(payable);
    }),
    { numRuns: 50 },
  );
});

test('whichever returns of a line are rejected, no more is given back than was paid for it', () => {
  const chance = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 2, max: 9 }), chance, (payable, quantity, kept) => {
      let refunds: number[] = [];
      for (const keep of kept) {
        if (refunds.length < quantity) {
          const line = { quantity, payable, claimed: refunds.length, refunding: sum(refunds) };
          refunds.push(refundOfOne(line));
        }
        expect(sum(refunds)).toBeLessThanOrEqual(payable);
        if (refunds.length === quantity) expect(sum(refunds)).toBe(payable);
        if (!keep) refunds = refunds.slice(1);
      }
    }),
    { numRuns: 100 },
  );
});

test.each(STATUSES)('every action offered in %s is accepted', (status) => {
  const commands = { APPROVE: approve, REJECT: reject, MARK_SENT: send, RECEIVE: receive };
  const { state } = carryOut(WAY[status]);
  const anybody = { isOwner: true, scopes: new Set(['orders:write', 'stock:write']) };
  for (const action of returnActions(status, anybody)) {
    expect(returnDecider.decide(commands[action], state)).not.toEqual([]);
  }
});
