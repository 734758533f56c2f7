import type { Currency } from '@souk/contracts/money';
import type { Decider } from '@souk/platform/decider';
import type { Tell } from './checkout-state.ts';
import type { Instant, PlacedLine, ShippedItem } from './order-events.ts';
import { OrderRejected } from './order-rejected.ts';
import type { ReturnEvent, ReturnedItem } from './return-events.ts';
import { share } from './totals.ts';

export const RETURN_STATUSES = [
  'REQUESTED',
  'APPROVED',
  'REJECTED',
  'IN_TRANSIT',
  'RECEIVED',
  'REFUNDED',
] as const;

export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** How long after delivery goods may be sent back, milliseconds: thirty days. */
export const RETURN_PERIOD_MS = 30 * 24 * 60 * 60 * 1_000;

type ReturnableLine = Pick<PlacedLine, 'number' | 'variantId' | 'quantity' | 'payable'> & {
  /** Units that arrived, and units that other returns (but rejected ones) already claim. */
  delivered: number;
  claimed: number;
  /** What those returns give back for them, minor units. */
  refunding: number;
};

/** What a return must know of its order. */
export type ReturnableOrder = {
  orderId: string;
  currency: Currency;
  lines: readonly ReturnableLine[];
  /** When the last parcel arrived; null before. */
  deliveredAt: Instant | null;
};

export type ReturnCommand = { at: Instant } & (
  | {
      type: 'Request';
      returnId: string;
      order: ReturnableOrder;
      items: readonly ShippedItem[];
      reason: string;
    }
  | { type: 'Approve' }
  | { type: 'Reject'; reason: string }
  | { type: 'Send' }
  | { type: 'Receive'; resellable: readonly number[] }
  | { type: 'RecordRefund' }
);

export type ReturnState = {
  status: ReturnStatus | null;
  request: Extract<ReturnEvent, { type: 'ReturnRequested' }>['data'] | null;
  version: number;
};

const initial: ReturnState = { status: null, request: null, version: 0 };

function itemOf(order: ReturnableOrder, { number, quantity }: ShippedItem): ReturnedItem {
  const line = order.lines.find((each) => each.number === number);
  if (line === undefined || quantity < 1) throw new OrderRejected('NOT_IN_ORDER');
  if (line.claimed + quantity > line.delivered) throw new OrderRejected('MORE_THAN_SHIPPED');
  // Told from what is given back already: a return between may have been rejected.
  const upTo = share(line.payable, line.claimed + quantity, line.quantity);
  const refund = Math.max(0, upTo - line.refunding);
  return { number, variantId: line.variantId, quantity, refund };
}

function request(command: Extract<ReturnCommand, { type: 'Request' }>): ReturnEvent[] {
  const { returnId, order, items, reason, at } = command;
  if (order.deliveredAt === null) throw new OrderRejected('NOT_RETURNABLE');
  if (Date.parse(at) > Date.parse(order.deliveredAt) + RETURN_PERIOD_MS) {
    throw new OrderRejected('RETURN_PERIOD_OVER');
  }
  const numbers = new Set(items.map(({ number }) => number));
  if (items.length === 0 || numbers.size < items.length) throw new OrderRejected('NOT_IN_ORDER');
  const { orderId, currency } = order;
  const returned = items.map((item) => itemOf(order, item));
  const data = { returnId, orderId, currency, items: returned, reason, at };
  return [{ type: 'ReturnRequested', data }];
}

const AFTER: Readonly<Record<ReturnStatus, readonly ReturnStatus[]>> = {
  REQUESTED: ['REQUESTED', 'APPROVED', 'REJECTED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED'],
  APPROVED: ['APPROVED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED'],
  REJECTED: ['REJECTED'],
  IN_TRANSIT: ['IN_TRANSIT', 'RECEIVED', 'REFUNDED'],
  RECEIVED: ['RECEIVED', 'REFUNDED'],
  REFUNDED: ['REFUNDED'],
};

/** Repeating a command is no error and makes nothing happen. Throws OrderRejected. */
function decide(command: ReturnCommand, { status, request: asked }: ReturnState): ReturnEvent[] {
  const { at } = command;
  if (command.type === 'Request') return status === null ? request(command) : [];
  if (status === null) throw new OrderRejected('NO_SUCH_RETURN');
  const step = (
    from: readonly ReturnStatus[],
    to: ReturnStatus,
    event: ReturnEvent,
  ): ReturnEvent[] => {
    if (AFTER[to].includes(status)) return [];
    if (!from.includes(status)) throw new OrderRejected('OUT_OF_TURN');
    return [event];
  };
  switch (command.type) {
    case 'Approve':
      return step(['REQUESTED'], 'APPROVED', { type: 'ReturnApproved', data: { at } });
    case 'Reject': {
      const data = { reason: command.reason, at };
      return step(['REQUESTED'], 'REJECTED', { type: 'ReturnRejected', data });
    }
    case 'Send':
      return step(['APPROVED'], 'IN_TRANSIT', { type: 'ReturnSent', data: { at } });
    case 'Receive': {
      const unknown = (number: number) => !asked?.items.some((item) => item.number === number);
      if (command.resellable.some(unknown)) throw new OrderRejected('NOT_IN_ORDER');
      // A parcel may be handed in without ever having been seen on its way.
      const data = { resellable: command.resellable, at };
      const received = step(['APPROVED', 'IN_TRANSIT'], 'RECEIVED', {
        type: 'ReturnReceived',
        data,
      });
      // What cost nothing is paid back by its receipt.
      const free = asked?.items.every(({ refund }) => refund === 0) ?? false;
      const refunded: ReturnEvent[] = free ? [{ type: 'ReturnRefunded', data: { at } }] : [];
      return received.length > 0 ? [...received, ...refunded] : [];
    }
    case 'RecordRefund':
      return step(['RECEIVED'], 'REFUNDED', { type: 'ReturnRefunded', data: { at } });
  }
}

const REACHES: Readonly<Record<ReturnEvent['type'], ReturnStatus>> = {
  ReturnRequested: 'REQUESTED',
  ReturnApproved: 'APPROVED',
  ReturnRejected: 'REJECTED',
  ReturnSent: 'IN_TRANSIT',
  ReturnReceived: 'RECEIVED',
  ReturnRefunded: 'REFUNDED',
};

const evolve = (state: ReturnState, event: ReturnEvent): ReturnState => ({
  status: REACHES[event.type],
  request: event.type === 'ReturnRequested' ? event.data : state.request,
  version: state.version + 1,
});

export const returnDecider: Decider<ReturnCommand, ReturnEvent, ReturnState> = {
  ...{ initial, decide, evolve },
};

/** What an event of a return tells the other services: received goods are paid back and restocked. */
export function returnMessages(event: ReturnEvent, { request: asked }: ReturnState): Tell[] {
  if (event.type !== 'ReturnReceived' || asked === null) return [];
  const { orderId, returnId, currency, items } = asked;
  const amount = items.reduce((total, { refund }) => total + refund, 0);
  const lines = items
    .filter(({ number }) => event.data.resellable.includes(number))
    .map(({ number, variantId, quantity }) => ({ number, variantId, quantity }));
  const refund = { orderId, refundId: returnId, amount, currency, reason: 'RETURNED' };
  return [
    ...(amount > 0 ? [{ kind: 'tell', name: 'RefundRequested', data: refund } as const] : []),
    ...(lines.length > 0
      ? [{ kind: 'tell', name: 'StockReturned', data: { orderId, returnId, lines } } as const]
      : []),
  ];
}
