import type { Currency } from '@souk/contracts/money';
import type { PaymentStatus, RefundStatus } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';

/** What a payment's history amounts to; minor units. */
export type PaymentState = {
  status: PaymentStatus | null;
  amount: number;
  currency: Currency | null;
  /** Held on the card and not taken. */
  held: number;
  captured: number;
  refunded: number;
  /** What was taken, by its key. */
  captures: Readonly<Record<string, number>>;
  refunds: Readonly<Record<string, { amount: number; status: RefundStatus }>>;
  /** How many events led here. */
  version: number;
};

export const noPayment: PaymentState = {
  status: null,
  amount: 0,
  currency: null,
  held: 0,
  captured: 0,
  refunded: 0,
  captures: {},
  refunds: {},
  version: 0,
};

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

export function evolvePayment(before: PaymentState, event: PaymentEvent): PaymentState {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'PaymentCreated': {
      const { amount, currency } = event.data;
      return { ...state, status: 'CREATED', amount, currency };
    }
    case 'PaymentActionRequired':
      return { ...state, status: 'REQUIRES_ACTION' };
    case 'PaymentAuthorized':
      return { ...state, status: 'AUTHORIZED', held: event.data.amount };
    case 'PaymentDeclined':
      return { ...state, status: 'DECLINED' };
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
      return { ...state, status: 'VOIDED', held: 0 };
    case 'PaymentExpired':
      return { ...state, status: 'EXPIRED', held: 0 };
    case 'RefundStarted': {
      const { refundId, amount } = event.data;
      const refunds = { ...state.refunds, [refundId]: { amount, status: 'PENDING' as const } };
      return { ...state, refunds };
    }
    case 'RefundSucceeded': {
      const { refundId, amount } = event.data;
      const refunds = { ...state.refunds, [refundId]: { amount, status: 'SUCCEEDED' as const } };
      return moved({ ...state, refunds, refunded: state.refunded + amount });
    }
    case 'RefundFailed': {
      const { refundId } = event.data;
      const amount = state.refunds[refundId]?.amount ?? 0;
      const refunds = { ...state.refunds, [refundId]: { amount, status: 'FAILED' as const } };
      return { ...state, refunds };
    }
  }
}
