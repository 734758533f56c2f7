import Stripe from 'stripe';
import { type Provider, ProviderRefused } from '../app/provider.ts';
import type { ProviderIntent } from '../domain/provider-intent.ts';
import { intentOf, refundOf } from './shapes.ts';

export type StripeOptions = {
  secretKey: string;
  /** Another host than Stripe's own. */
  url: URL | null;
  timeoutMs: number;
};

/** More than one would hold a worker's slot for longer than the task's own waits do. */
const NETWORK_RETRIES = 1;
const CARD = { expand: ['payment_method'] };

export function openStripe({ secretKey, url, timeoutMs }: StripeOptions): Stripe {
  const elsewhere =
    url === null
      ? {}
      : {
          host: url.hostname,
          port: url.port || (url.protocol === 'http:' ? '80' : '443'),
          protocol: url.protocol === 'http:' ? ('http' as const) : ('https' as const),
        };
  return new Stripe(secretKey, {
    ...elsewhere,
    timeout: timeoutMs,
    maxNetworkRetries: NETWORK_RETRIES,
    telemetry: false,
  });
}

/** What Stripe will answer again however often it is asked. */
function refusalOf(error: unknown): unknown {
  const { StripeInvalidRequestError, StripeCardError } = Stripe.errors;
  if (error instanceof StripeCardError) return refused(error);
  const isFinal =
    error instanceof StripeInvalidRequestError && [400, 404].includes(error.statusCode ?? 0);
  return isFinal ? refused(error) : error;
}

const refused = (error: Stripe.errors.StripeError): ProviderRefused =>
  Object.assign(
    new ProviderRefused(error.decline_code ?? error.code ?? 'invalid_request', error.message),
    { cause: error },
  );

const orRefused = (error: unknown): never => {
  throw refusalOf(error);
};

/** A declined card leaves an intent behind, which says why. */
function declinedIntent(error: unknown): ProviderIntent {
  const { StripeCardError } = Stripe.errors;
  if (error instanceof StripeCardError && error.payment_intent !== undefined) {
    return intentOf(error.payment_intent);
  }
  throw refusalOf(error);
}

const wantsFinal = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.param === 'final_capture';

/** Stripe, or whatever speaks its API. Source: docs.stripe.com/api. */
export function stripeProvider({ paymentIntents, refunds }: Stripe): Provider {
  return {
    authorize: (asked, idempotencyKey) =>
      paymentIntents
        .create(
          {
            amount: asked.amount,
            currency: asked.currency.toLowerCase(),
            capture_method: 'manual',
            payment_method: asked.paymentMethod,
            payment_method_options: { card: { request_multicapture: 'if_available' } },
            confirm: true,
            return_url: asked.returnUrl,
            metadata: { orderId: asked.orderId, paymentId: asked.paymentId },
            ...CARD,
          },
          { idempotencyKey },
        )
        .then(intentOf, declinedIntent),

    capture: async (reference, { shipmentId, amount, isLast }, key) => {
      const take = (final: boolean, idempotencyKey: string) =>
        paymentIntents.capture(
          reference,
          {
            amount_to_capture: amount,
            final_capture: final,
            metadata: { [shipmentId]: String(amount) },
            ...CARD,
          },
          { idempotencyKey },
        );
      const taken = take(isLast, key).catch((error: unknown) => {
        // A card that allows one capture only: this one is it.
        if (isLast || !wantsFinal(error)) throw error;
        return take(true, `${key}-only`);
      });
      return taken.then(intentOf, orRefused);
    },

    releaseRest: (reference, idempotencyKey) =>
      paymentIntents
        .capture(
          reference,
          { amount_to_capture: 0, final_capture: true, ...CARD },
          { idempotencyKey },
        )
        .then(intentOf, orRefused),

    cancel: (reference, idempotencyKey) =>
      paymentIntents.cancel(reference, CARD, { idempotencyKey }).then(intentOf, orRefused),

    refund: (reference, { refundId, amount }, idempotencyKey) =>
      refunds
        .create({ payment_intent: reference, amount, metadata: { refundId } }, { idempotencyKey })
        .then(refundOf, orRefused),

    retrieve: (reference) => paymentIntents.retrieve(reference, CARD).then(intentOf),

    refundsOf: async (reference) => {
      const found = await refunds
        .list({ payment_intent: reference, limit: 100 })
        .autoPagingToArray({ limit: 1_000 });
      return found.map(refundOf);
    },
  };
}
