import type { Movement } from './ledger.ts';
import type { Payment, PaymentStatus, RefundStatus } from './payment.ts';

type Told = Pick<Payment, 'amount' | 'capturedAmount'> & {
  history: readonly { status: PaymentStatus; at: Date; amount: number | null }[];
  refunds: readonly { amount: number; status: RefundStatus; createdAt: Date }[];
};

/** A history that does not add up to the payment's amounts. */
export class CrookedHistory extends Error {
  override readonly name = 'CrookedHistory';
}

/**
 * The movements of money that a payment's history and refunds tell of, oldest first. A capture
 * without an amount takes all that is left; a hold ends when its payment is captured in full,
 * voided or expired. Throws CrookedHistory when the captures do not sum to `capturedAmount`.
 */
export function movementsOf(payment: Told): Movement[] {
  const movements: Movement[] = [];
  let held = 0;
  let captured = 0;
  const add = (kind: Movement['kind'], amount: number, at: Date) => {
    if (amount > 0) movements.push({ kind, amount, at });
  };
  const release = (at: Date) => {
    add('RELEASE', held, at);
    held = 0;
  };
  for (const { status, at, amount } of payment.history) {
    if (status === 'AUTHORIZED') {
      held = payment.amount;
      add('AUTHORIZE', held, at);
    }
    if (status === 'PARTIALLY_CAPTURED' || status === 'CAPTURED') {
      const taken = amount ?? payment.capturedAmount - captured;
      if (taken > held) throw new CrookedHistory('more is captured than is held');
      add('CAPTURE', taken, at);
      held -= taken;
      captured += taken;
    }
    if (status === 'CAPTURED' || status === 'VOIDED' || status === 'EXPIRED') release(at);
  }
  if (captured !== payment.capturedAmount) {
    throw new CrookedHistory(
      `the history captures ${captured}, the payment ${payment.capturedAmount}`,
    );
  }
  for (const { status, amount, createdAt } of payment.refunds) {
    if (status === 'SUCCEEDED') add('REFUND', amount, createdAt);
  }
  return movements.sort((left, right) => left.at.getTime() - right.at.getTime());
}
