import { type MovementKind, type Posting, postings } from './ledger.ts';
import type { PaymentEvent } from './payment-events.ts';

const MOVES: Readonly<Partial<Record<PaymentEvent['type'], MovementKind>>> = {
  PaymentAuthorized: 'AUTHORIZE',
  PaymentCaptured: 'CAPTURE',
  PaymentHoldReleased: 'RELEASE',
  PaymentVoided: 'RELEASE',
  PaymentExpired: 'RELEASE',
  RefundSucceeded: 'REFUND',
  RefundReversed: 'REFUND_REVERSAL',
};

/** What kind of movement an event is in the ledger; null where no money moved. */
export function movementOf(event: PaymentEvent): MovementKind | null {
  const kind = MOVES[event.type];
  return kind === undefined || !('amount' in event.data) || event.data.amount === 0 ? null : kind;
}

/** The double entry that an event of a payment makes in the ledger; none where no money moved. */
export function postingsOf(event: PaymentEvent): Posting[] {
  const kind = movementOf(event);
  if (kind === null || !('amount' in event.data)) return [];
  return postings({ kind, amount: event.data.amount, at: new Date(event.data.at) });
}
