import type { Intent } from '../domain/intent.ts';
import { presentError } from './error.ts';
import { presentCard, presentPaymentMethod } from './payment-method.ts';

/** Fields that a request may ask to see in full (Stripe's `expand`). */
export const EXPANDABLE = ['payment_method', 'latest_charge'] as const;

export type Expand = readonly (typeof EXPANDABLE)[number][];

/** Stripe's PaymentIntent object. `publicUrl` is where the cardholder's browser finds the PSP. */
export function presentIntent(intent: Intent, publicUrl: string, expand: Expand = []) {
  const { paymentMethod, lastError } = intent;
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_capturable: intent.amountCapturable,
    amount_received: intent.amountReceived,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.clientSecret,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    last_payment_error:
      lastError === null ? null : presentError({ type: 'card_error', ...lastError }),
    latest_charge: expand.includes('latest_charge') ? presentCharge(intent) : intent.charge,
    livemode: false,
    metadata: intent.metadata,
    next_action:
      intent.status !== 'requires_action'
        ? null
        : {
            type: 'redirect_to_url',
            redirect_to_url: {
              url: `${publicUrl}/3ds/${intent.id}`,
              return_url: intent.returnUrl,
            },
          },
    payment_method:
      paymentMethod !== null && expand.includes('payment_method')
        ? presentPaymentMethod(paymentMethod)
        : (paymentMethod?.id ?? null),
    payment_method_options: {
      card: {
        request_three_d_secure: 'automatic',
        ...(intent.multicapture ? { request_multicapture: 'if_available' } : {}),
      },
    },
    payment_method_types: ['card'],
    status: intent.status,
  };
}

/** Stripe's Charge object; null before there is one. */
function presentCharge(intent: Intent) {
  if (intent.charge === null) return null;
  return {
    id: intent.charge,
    object: 'charge',
    amount: intent.amount,
    amount_captured: intent.amountReceived,
    amount_refunded: intent.amountRefunded,
    captured: intent.amountReceived > 0,
    created: intent.created,
    currency: intent.currency,
    livemode: false,
    metadata: intent.metadata,
    paid: true,
    payment_intent: intent.id,
    payment_method: intent.paymentMethod?.id ?? null,
    payment_method_details:
      intent.paymentMethod === null
        ? null
        : { type: 'card', card: presentCard(intent.paymentMethod) },
    refunded: intent.amountRefunded > 0 && intent.amountRefunded === intent.amountReceived,
    status: 'succeeded',
  };
}
