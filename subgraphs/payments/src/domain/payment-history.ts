import type { PaymentStatus } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';
import type { PaymentState } from './payment-state.ts';

export type HistoryStep = { status: PaymentStatus; amount: number | null };

/** What people are told that an event did; null where it says nothing to them. */
export function historyStep(
  event: PaymentEvent,
  before: PaymentState,
  { status }: PaymentState,
): HistoryStep | null {
  if (status === null) return null;
  switch (event.type) {
    case 'PaymentAuthorized':
    case 'PaymentCaptured':
    case 'RefundSucceeded':
      return { status, amount: event.data.amount };
    case 'PaymentCreated':
    case 'PaymentActionRequired':
    case 'PaymentDeclined':
    case 'PaymentVoided':
    case 'PaymentExpired':
      return { status, amount: null };
    case 'PaymentHoldReleased':
    case 'RefundReversed':
      return status === before.status ? null : { status, amount: null };
    case 'PaymentSubmitted':
    case 'RefundStarted':
    case 'RefundFailed':
      return null;
  }
}
