import type { Intent } from '../domain/intent.ts';
import type { Movement } from '../domain/movement.ts';
import type { PaymentMethod } from '../domain/payment-method.ts';
import type { Refund } from '../domain/refund.ts';

/** A fact as it is told: a Stripe event object, and what it is about. */
export type StoredEvent = { id: string; type: string; subject: string; body: object };

/** The reply that every further request with the same idempotency key gets. */
export type SavedReply = {
  key: string;
  endpoint: string;
  fingerprint: string;
  status: number;
  body: object;
};

export type StoredMovement = Movement & { number: number; at: string };

/** What one request or one answer of a webhook changes, all of it or none. */
export type Transaction = {
  /** RFC 3339. */
  at: string;
  intents?: readonly Intent[];
  refunds?: readonly Refund[];
  paymentMethods?: readonly PaymentMethod[];
  /** Those with a time of their own happened before they were written down. */
  movements?: readonly (Movement & { at?: string })[];
  events?: readonly StoredEvent[];
  reply?: SavedReply;
  /** Webhooks that an endpoint has taken, or that are given up. */
  delivered?: readonly { event: string; endpoint: string }[];
};

export type Book = ReturnType<typeof createBook>;

/** Everything the PSP knows, in memory. It is what the journal's transactions add up to. */
export function createBook() {
  const intents = new Map<string, Intent>();
  const refunds = new Map<string, Refund>();
  const paymentMethods = new Map<string, PaymentMethod>();
  const events = new Map<string, StoredEvent>();
  const replies = new Map<string, SavedReply>();
  const delivered = new Set<string>();
  const movements: StoredMovement[] = [];
  const place = (event: string, endpoint: string) => `${event} ${endpoint}`;

  const apply = (transaction: Transaction): void => {
    for (const each of transaction.intents ?? []) intents.set(each.id, each);
    for (const each of transaction.refunds ?? []) refunds.set(each.id, each);
    for (const each of transaction.paymentMethods ?? []) paymentMethods.set(each.id, each);
    for (const each of transaction.events ?? []) events.set(each.id, each);
    for (const each of transaction.movements ?? []) {
      movements.push({ number: movements.length + 1, at: transaction.at, ...each });
    }
    for (const { event, endpoint } of transaction.delivered ?? []) {
      delivered.add(place(event, endpoint));
    }
    if (transaction.reply !== undefined) replies.set(transaction.reply.key, transaction.reply);
  };
  const clear = (): void => {
    for (const each of [intents, refunds, paymentMethods, events, replies, delivered]) each.clear();
    movements.length = 0;
  };
  return {
    intents,
    refunds,
    paymentMethods,
    events,
    replies,
    movements,
    isDelivered: (event: string, endpoint: string) => delivered.has(place(event, endpoint)),
    apply,
    clear,
  };
}
