import { isId } from '@souk/platform/ids';
import type Stripe from 'stripe';
import type { Card } from '../domain/payment.ts';
import type { IntentStatus, ProviderIntent, ProviderRefund } from '../domain/provider-intent.ts';

type Intent = Pick<
  Stripe.PaymentIntent,
  'id' | 'status' | 'amount_received' | 'metadata' | 'cancellation_reason'
> & {
  next_action?: Stripe.PaymentIntent['next_action'];
  last_payment_error?: Stripe.PaymentIntent['last_payment_error'];
  payment_method?: Stripe.PaymentIntent['payment_method'];
};

const STATUSES: Readonly<Record<string, IntentStatus>> = {
  requires_action: 'REQUIRES_ACTION',
  requires_capture: 'HELD',
  succeeded: 'TAKEN',
};

/** Stripe cancels by itself what was held for too long. */
export function statusOf(intent: Intent): IntentStatus {
  const { status, last_payment_error: error, cancellation_reason: reason } = intent;
  if (status === 'canceled') return reason === 'automatic' ? 'EXPIRED' : 'CANCELLED';
  if (status === 'requires_payment_method' && error != null) return 'DECLINED';
  return STATUSES[status] ?? 'UNCONFIRMED';
}

/** Captures are noted in the intent's metadata: the id of the shipment, and how much. */
function capturesOf(metadata: Stripe.Metadata): Record<string, number> {
  const noted = Object.entries(metadata).filter(([key, text]) => isId(key) && /^\d+$/.test(text));
  return Object.fromEntries(noted.map(([key, text]) => [key, Number(text)]));
}

function cardOf({ payment_method: method, last_payment_error: error }: Intent): Card | null {
  const found = typeof method === 'object' && method !== null ? method : error?.payment_method;
  const card = found?.card;
  if (card == null) return null;
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = card;
  return { brand, last4, expMonth, expYear };
}

export function intentOf(intent: Intent): ProviderIntent {
  const { last_payment_error: error } = intent;
  return {
    reference: intent.id,
    status: statusOf(intent),
    received: intent.amount_received,
    captures: capturesOf(intent.metadata),
    actionUrl: intent.next_action?.redirect_to_url?.url ?? null,
    card: cardOf(intent),
    declined:
      error == null
        ? null
        : {
            code: error.decline_code ?? error.code ?? 'card_declined',
            message: error.message ?? 'The card was declined.',
          },
  };
}

export function refundStatusOf({
  status,
}: Pick<Stripe.Refund, 'status'>): ProviderRefund['status'] {
  if (status === 'succeeded') return 'SUCCEEDED';
  return status === 'failed' || status === 'canceled' ? 'FAILED' : 'PENDING';
}

export const refundOf = (refund: Stripe.Refund): ProviderRefund => ({
  reference: refund.id,
  refundId: refund.metadata?.refundId ?? null,
  amount: refund.amount,
  status: refundStatusOf(refund),
  code: refund.failure_reason ?? null,
});
