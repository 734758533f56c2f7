import type { HttpServer } from '@souk/platform/http-server';
import { isId } from '@souk/platform/ids';
import type Stripe from 'stripe';
import type { ProviderNews } from '../app/hints.ts';
import { refundStatusOf, statusOf } from './shapes.ts';

const PATH = '/webhooks/stripe';
/** Facts that are nothing to catch up with. */
const IDLE: ReadonlySet<string> = new Set(['payment_intent.created', 'payment_intent.processing']);

const idOf = (value: string | { id: string } | null): string | null =>
  typeof value === 'object' ? (value?.id ?? null) : value;
const ours = (id: string | undefined): string | null => (id !== undefined && isId(id) ? id : null);

/** What an event of Stripe is about; null where it is nothing to us. */
export function newsOf({ id: eventId, type, data }: Stripe.Event): ProviderNews | null {
  if (IDLE.has(type)) return null;
  const object = data.object as { object?: string };
  if (object.object === 'payment_intent') {
    const intent = object as Stripe.PaymentIntent;
    const { id: reference, amount_received: received } = intent;
    const paymentId = ours(intent.metadata.paymentId);
    return { eventId, reference, paymentId, hint: { status: statusOf(intent), received } };
  }
  if (object.object !== 'refund') return null;
  const refund = object as Stripe.Refund;
  const reference = idOf(refund.payment_intent);
  if (reference === null) return null;
  const refundId = ours(refund.metadata?.refundId);
  const hint = refundId === null ? null : { refundId, status: refundStatusOf(refund) };
  return { eventId, reference, paymentId: null, hint };
}

/**
 * POST /webhooks/stripe: believed only if Stripe has signed it, and even then a hint. Answered 200 once
 * the hint is noted down; anything else makes Stripe send it again.
 */
export function serveWebhooks(
  http: HttpServer,
  options: { stripe: Stripe; secret: string; take: (news: ProviderNews) => Promise<void> },
): void {
  const { stripe, secret, take } = options;
  http.register(async (scope) => {
    // The signature is over the bytes.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    );
    scope.post(PATH, async (request, reply) => {
      const signature = String(request.headers['stripe-signature'] ?? '');
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      let event: Stripe.Event;
      try {
        event = stripe.webhooks.constructEvent(body, signature, secret);
      } catch {
        return reply.code(400).send({ error: 'This is not signed by the payment provider.' });
      }
      const news = newsOf(event);
      if (news !== null) await take(news);
      return { received: true };
    });
  });
}
