import type { PaymentMethod } from '../domain/payment-method.ts';

/** Stripe's `card` object, as far as a shop reads it. */
export const presentCard = ({ brand, last4, expMonth, expYear }: PaymentMethod) => ({
  brand,
  last4,
  exp_month: expMonth,
  exp_year: expYear,
  country: 'US',
  funding: 'credit',
});

/** Stripe's PaymentMethod object. */
export const presentPaymentMethod = (method: PaymentMethod) => ({
  id: method.id,
  object: 'payment_method',
  billing_details: { address: null, email: null, name: null, phone: null },
  card: presentCard(method),
  created: method.created,
  customer: null,
  livemode: false,
  metadata: {},
  type: 'card',
});
