import type { Currency, Money } from '@souk/contracts/money';

export const PAYMENT_STATUSES = [
  'CREATED',
  'REQUIRES_ACTION',
  'AUTHORIZED',
  'PARTIALLY_CAPTURED',
  'CAPTURED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'DECLINED',
  'VOIDED',
  'EXPIRED',
] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const REFUND_STATUSES = ['PENDING', 'SUCCEEDED', 'FAILED'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** What may be known of a card: never its number, never its code. */
export type Card = { brand: string; last4: string; expMonth: number; expYear: number };

/** Amounts are minor units of `currency`. */
export type Payment = {
  id: string;
  orderId: string;
  customerId: string;
  status: PaymentStatus;
  currency: Currency;
  amount: number;
  capturedAmount: number;
  refundedAmount: number;
  card: Card | null;
  providerReference: string | null;
  /** Where the card holder proves who they are; null unless that is waited for. */
  actionUrl: string | null;
  createdAt: Date;
};

/** One step of a payment's life; `amount` is what moved at that step, minor units. */
export type StatusChange = {
  paymentId: string;
  currency: Currency;
  status: PaymentStatus;
  at: Date;
  amount: number | null;
};

export type Refund = {
  id: string;
  paymentId: string;
  currency: Currency;
  amount: number;
  reason: string;
  status: RefundStatus;
  createdAt: Date;
};

type Amounts = Pick<Payment, 'capturedAmount' | 'refundedAmount' | 'currency'>;

/** What can still be given back: captured minus refunded, never below zero. */
export const refundable = (payment: Amounts): Money => ({
  amount: Math.max(0, payment.capturedAmount - payment.refundedAmount),
  currency: payment.currency,
});

type Claim = Pick<Payment, 'status' | 'amount' | 'capturedAmount' | 'refundedAmount'>;

/** What is wrong between a payment's status and its amounts, one sentence each. */
export function contradictions(payment: Claim): string[] {
  const { status, amount, capturedAmount: captured, refundedAmount: refunded } = payment;
  const gaveBack = status === 'PARTIALLY_REFUNDED' || status === 'REFUNDED';
  const took = gaveBack || status === 'PARTIALLY_CAPTURED' || status === 'CAPTURED';
  const rules: [broken: boolean, sentence: string][] = [
    [captured > amount, 'more is captured than was to be paid'],
    [refunded > captured, 'more is refunded than was captured'],
    [took !== captured > 0, `something is captured exactly in states after capture, not ${status}`],
    [gaveBack !== refunded > 0, `something is refunded exactly in refunded states, not ${status}`],
    [status === 'PARTIALLY_CAPTURED' && captured >= amount, 'all is captured, not a part'],
    [status === 'PARTIALLY_REFUNDED' && refunded >= captured, 'all is refunded, not a part'],
    [status === 'REFUNDED' && refunded < captured, 'a part is refunded, not all'],
  ];
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence);
}
