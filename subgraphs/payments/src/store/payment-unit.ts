import type { Queries } from '@souk/platform/database';
import { append, readStream } from '@souk/platform/event-store';
import { idempotent } from '@souk/platform/idempotency';
import { newId } from '@souk/platform/ids';
import { recordInInbox } from '@souk/platform/inbox';
import { appendToOutbox } from '@souk/platform/outbox';
import { traceparent } from '@souk/platform/trace';
import { eq, sql } from 'drizzle-orm';
import type { InUnit, PaymentUnit } from '../app/payment-unit.ts';
import type { OnceForKey } from '../app/refunds.ts';
import type { Telling } from '../app/telling.ts';
import { evolvePayment, noPayment, type PaymentState } from '../domain/payment-state.ts';
import { eventOf, writeRows } from './payment-projection.ts';
import { projected } from './projected-rows.ts';
import { payments } from './tables.ts';
import { endTask, insertTask } from './task-queue.ts';

type Session = Queries<Record<string, unknown>>;

/** Whose events of the provider the inbox remembers. */
const PROVIDER = 'stripe';

/** How a payment stands, without a lock. */
export async function stateOf(db: Session, paymentId: string): Promise<PaymentState> {
  const recorded = await readStream(db, paymentId);
  return recorded.map(eventOf).reduce(evolvePayment, noPayment);
}

/** What can be done to payments in this transaction. */
export const paymentUnit = (
  tx: Session,
  telling: Telling,
  write: typeof writeRows = writeRows,
): PaymentUnit => ({
  ofOrder: async (orderId) => {
    const [row] = await tx
      .select({ id: payments.id })
      .from(payments)
      .where(eq(payments.orderId, orderId))
      .prepare('payments_id_of_order')
      .execute();
    return row?.id ?? null;
  },

  ofReference: async (reference) => {
    const [row] = await tx
      .select({ id: payments.id })
      .from(payments)
      .where(eq(payments.providerReference, reference))
      .prepare('payments_id_of_reference')
      .execute();
    return row?.id ?? null;
  },

  load: async (paymentId) => {
    await tx.execute(sql`/* payments.lockStream */
      select 1 from event_streams where id = ${paymentId} for update`);
    return { paymentId, state: await stateOf(tx, paymentId) };
  },

  record: async (loaded, events, cause) => {
    if (events.length === 0) return loaded;
    const { paymentId, state: before } = loaded;
    const state = events.reduce(evolvePayment, before);
    const after = { paymentId, state };
    const fresh = events.map((event) => ({ id: newId(), event }));
    await append(
      tx,
      paymentId,
      before.version,
      fresh.map(({ id, event: { type, data } }) => ({
        ...{ id, type, data, at: new Date(data.at) },
        ...{ correlationId: state.orderId, causationId: cause },
      })),
    );
    await write(tx, projected(paymentId, before, fresh));
    const messages = fresh.map(({ id, event }) =>
      telling.ofEvent(after, event, { id, time: new Date(event.data.at), causationid: cause }),
    );
    await appendToOutbox(
      tx,
      messages.filter((message) => message !== null),
    );
    return after;
  },

  schedule: ({ paymentId, orderId }, task, cause) =>
    insertTask(tx, { paymentId, orderId, task, cause, traceparent: traceparent() ?? null }),

  endTask: (id, attempt) => endTask(tx, id, attempt),

  answer: async (loaded, answer, cause) => {
    const origin = { id: newId(), time: new Date(), causationid: cause };
    await appendToOutbox(tx, [telling.ofAnswer(loaded, answer, origin)]);
  },

  receive: (providerEventId) => recordInInbox(tx, PROVIDER, providerEventId),
});

export const inUnit =
  (db: Session, telling: Telling, write?: typeof writeRows): InUnit =>
  (work) =>
    db.transaction((tx) => work(paymentUnit(tx, telling, write)));

/** Work of a mutation, once for its key. */
export const onceForKey =
  (db: Session, telling: Telling, write?: typeof writeRows): OnceForKey =>
  (attempt, work) =>
    db.transaction((tx) => idempotent(tx, attempt, () => work(paymentUnit(tx, telling, write))));
