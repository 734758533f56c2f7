import type { Intent } from './intent.ts';
import { type Movement, movement } from './movement.ts';
import { invalid } from './refusal.ts';

/** Amount in minor units, `created` in Unix seconds. */
export type Refund = {
  id: string;
  paymentIntent: string;
  charge: string | null;
  amount: number;
  currency: string;
  status: 'pending' | 'succeeded' | 'failed';
  /** How it will end, where the card's bank takes its time. */
  endsAs: 'succeeded' | 'failed' | null;
  reason: string | null;
  failureReason: string | null;
  metadata: Readonly<Record<string, string>>;
  created: number;
};

export type RefundStep = {
  refund: Refund;
  intent: Intent;
  movements: readonly Movement[];
  facts: readonly string[];
};

/** Gives back `amount`, or all that is left. Throws Refusal when so much is not there. */
export function createRefund(
  intent: Intent,
  amount: number | null,
  facts: Pick<Refund, 'id' | 'reason' | 'metadata' | 'created'>,
): RefundStep {
  if (intent.amountReceived === 0) {
    throw invalid(
      'payment_intent_unexpected_state',
      `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
      'payment_intent',
    );
  }
  const left = intent.amountReceived - intent.amountRefunded;
  if (left === 0) {
    throw invalid('charge_already_refunded', `Charge ${intent.charge} has already been refunded.`);
  }
  const given = amount ?? left;
  if (given > left) {
    throw invalid(
      'amount_too_large',
      `Refund amount (${given}) is greater than unrefunded amount on charge (${left}).`,
      'amount',
    );
  }
  const way = intent.paymentMethod?.behaviour.refund ?? 'succeeds';
  const refund: Refund = {
    ...facts,
    paymentIntent: intent.id,
    charge: intent.charge,
    amount: given,
    currency: intent.currency,
    status: way === 'succeeds-later' ? 'pending' : 'succeeded',
    endsAs: way === 'succeeds' ? null : way === 'fails-later' ? 'failed' : 'succeeded',
    failureReason: null,
  };
  return {
    refund,
    intent: { ...intent, amountRefunded: intent.amountRefunded + given },
    movements: [move('refund', refund)],
    facts: ['refund.created'],
  };
}

/** The bank's late word on a refund. Nothing where it came already. */
export function endRefund(refund: Refund, intent: Intent): RefundStep | null {
  if (refund.endsAs === null) return null;
  if (refund.endsAs === 'succeeded') {
    const done: Refund = { ...refund, status: 'succeeded', endsAs: null };
    return { refund: done, intent, movements: [], facts: ['refund.updated'] };
  }
  return {
    refund: {
      ...refund,
      status: 'failed',
      endsAs: null,
      failureReason: 'expired_or_canceled_card',
    },
    intent: { ...intent, amountRefunded: intent.amountRefunded - refund.amount },
    movements: [move('refund_reversal', refund)],
    facts: ['refund.updated', 'refund.failed'],
  };
}

const move = (kind: 'refund' | 'refund_reversal', refund: Refund): Movement =>
  movement(kind, refund.amount, {
    currency: refund.currency,
    paymentIntent: refund.paymentIntent,
    refund: refund.id,
  });
