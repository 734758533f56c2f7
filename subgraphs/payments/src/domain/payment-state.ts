import type { Currency } from '@souk/contracts/money';
import type { Card, PaymentStatus, RefundStatus } from './payment.ts';
import type { Instant, PaymentEvent } from './payment-events.ts';

export type RefundState = { amount: number; status: RefundStatus; reason: string; at: Instant };

/** What a payment's history amounts to; minor units. */
export type PaymentState = {
  status: PaymentStatus | null;
  orderId: string;
  customerId: string;
  createdAt: Instant;
  /** Its id at the provider; null until the provider has answered. */
  reference: string | null;
  card: Card | null;
  actionUrl: string | null;
  amount: number;
  currency: Currency | null;
  /** Held on the card and not taken. */
  held: number;
  captured: number;
  refunded: number;
  /** What was taken, by its key. */
  captures: Readonly<Record<string, number>>;
  refunds: Readonly<Record<string, RefundState>>;
  /** How many events led here. */
  version: number;
};

export const noPayment: PaymentState = {
  status: null,
  orderId: '',
  customerId: '',
  createdAt: '',
  reference: null,
  card: null,
  actionUrl: null,
  amount: 0,
  currency: null,
  held: 0,
  captured: 0,
  refunded: 0,
  captures: {},
  refunds: {},
  version: 0,
};

/** Whether the provider has not said yes or no. */
export const isWaiting = ({ status }: PaymentState): boolean =>
  status === 'CREATED' || status === 'REQUIRES_ACTION';

/** Whether it ended before anything was taken. */
export const isOver = ({ status }: PaymentState): boolean =>
  status === 'VOIDED' || status === 'EXPIRED' || status === 'DECLINED';

/** What refunds that are under way will give back, minor units. */
export const refunding = ({ refunds }: PaymentState): number =>
  Object.values(refunds)
    .filter(({ status }) => status === 'PENDING')
    .reduce((total, { amount }) => total + amount, 0);

function statusOfMoney({ held, captured, refunded }: PaymentState): PaymentStatus {
  if (refunded > 0) return refunded < captured ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
  if (captured === 0) return 'AUTHORIZED';
  return held > 0 ? 'PARTIALLY_CAPTURED' : 'CAPTURED';
}

const moved = (state: PaymentState): PaymentState => ({ ...state, status: statusOfMoney(state) });

/** The payment with one of its refunds in another status. */
function withRefund(state: PaymentState, refundId: string, status: RefundStatus): PaymentState {
  const before = state.refunds[refundId] ?? { amount: 0, reason: '', at: state.createdAt };
  return { ...state, refunds: { ...state.refunds, [refundId]: { ...before, status } } };
}

export function evolvePayment(before: PaymentState, event: PaymentEvent): PaymentState {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'PaymentCreated': {
      const { amount, currency, orderId, customerId, at } = event.data;
      return { ...state, status: 'CREATED', amount, currency, orderId, customerId, createdAt: at };
    }
    case 'PaymentSubmitted':
      return { ...state, reference: event.data.reference, card: event.data.card ?? state.card };
    case 'PaymentActionRequired':
      return { ...state, status: 'REQUIRES_ACTION', actionUrl: event.data.actionUrl };
    case 'PaymentAuthorized':
      return { ...state, status: 'AUTHORIZED', actionUrl: null, held: event.data.amount };
    case 'PaymentDeclined':
      return { ...state, status: 'DECLINED', actionUrl: null };
    case 'PaymentCaptured': {
      const { key, amount } = event.data;
      return moved({
        ...state,
        held: state.held - amount,
        captured: state.captured + amount,
        captures: { ...state.captures, [key]: amount },
      });
    }
    case 'PaymentHoldReleased':
      return moved({ ...state, held: state.held - event.data.amount });
    case 'PaymentVoided':
      return { ...state, status: 'VOIDED', actionUrl: null, held: 0 };
    case 'PaymentExpired':
      return { ...state, status: 'EXPIRED', actionUrl: null, held: 0 };
    case 'RefundStarted': {
      const { refundId, amount, reason, at } = event.data;
      const refund: RefundState = { amount, status: 'PENDING', reason, at };
      return { ...state, refunds: { ...state.refunds, [refundId]: refund } };
    }
    case 'RefundSucceeded': {
      const { refundId, amount } = event.data;
      const given = withRefund(state, refundId, 'SUCCEEDED');
      return moved({ ...given, refunded: state.refunded + amount });
    }
    case 'RefundFailed':
      return withRefund(state, event.data.refundId, 'FAILED');
    case 'RefundReversed': {
      const { refundId, amount } = event.data;
      const taken = withRefund(state, refundId, 'FAILED');
      return moved({ ...taken, refunded: state.refunded - amount });
    }
  }
}
