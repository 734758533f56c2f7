import type { Refund } from '../domain/refund.ts';

/** Stripe's Refund object. */
export const presentRefund = (refund: Refund) => ({
  id: refund.id,
  object: 'refund',
  amount: refund.amount,
  balance_transaction: null,
  charge: refund.charge,
  created: refund.created,
  currency: refund.currency,
  failure_reason: refund.failureReason ?? undefined,
  metadata: refund.metadata,
  payment_intent: refund.paymentIntent,
  reason: refund.reason,
  receipt_number: null,
  status: refund.status,
});
