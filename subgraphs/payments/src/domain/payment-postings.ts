import { type MovementKind, type Posting, postings } from './ledger.ts';
import type { PaymentEvent } from './payment-events.ts';

const MOVES: Readonly<Partial<Record<PaymentEvent['type'], MovementKind>>> = {
  PaymentAuthorized: 'AUTHORIZE',
  PaymentCaptured: 'CAPTURE',
  PaymentHoldReleased: 'RELEASE',
  PaymentVoided: 'RELEASE',
  PaymentExpired: 'RELEASE',
  RefundSucceeded: 'REFUND',
};

/** The double entry that an event of a payment makes in the ledger; none where no money moved. */
export function postingsOf(event: PaymentEvent): Posting[] {
  const kind = MOVES[event.type];
  if (kind === undefined || !('amount' in event.data) || event.data.amount === 0) return [];
  return postings({ kind, amount: event.data.amount, at: new Date(event.data.at) });
}
