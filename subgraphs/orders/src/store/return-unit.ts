import type { Queries } from '@souk/platform/database';
import { replay } from '@souk/platform/decider';
import { append, readStream } from '@souk/platform/event-store';
import { eventStreams } from '@souk/platform/event-tables';
import { idempotent } from '@souk/platform/idempotency';
import { newId } from '@souk/platform/ids';
import { and, eq, ne } from 'drizzle-orm';
import type { Cause, ReturnStore, ReturnUnit } from '../app/return-store.ts';
import type { Tell } from '../domain/checkout-state.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { returnDecider, returnMessages } from '../domain/return-decide.ts';
import type { ReturnEvent } from '../domain/return-events.ts';
import { returnableOrder } from '../domain/returnable-order.ts';
import { orders } from './order-tables.ts';
import { projectReturn } from './return-projection.ts';
import { returnItems, returns } from './return-tables.ts';

type Session = Queries<Record<string, unknown>>;

/** Puts messages about an order into the outbox, in the transaction. */
export type Telling = (
  tx: Session,
  about: { orderId: string; causationId: string; at: Date },
  tells: readonly Tell[],
) => Promise<void>;

const historyOf = async <Event>(tx: Session, streamId: string): Promise<Event[]> =>
  (await readStream(tx, streamId)).map(({ type, data }) => ({ type, data }) as Event);

/** Whoever appends to the stream, or replays it, waits until the transaction ends. */
const lockStream = (tx: Session, id: string) =>
  tx
    .select({ version: eventStreams.version })
    .from(eventStreams)
    .where(eq(eventStreams.id, id))
    .for('update')
    .prepare('orders_lock_stream')
    .execute();

const claimsOn = (tx: Session, orderId: string) =>
  tx
    .select({
      number: returnItems.number,
      quantity: returnItems.quantity,
      refund: returnItems.refund,
    })
    .from(returnItems)
    .innerJoin(returns, eq(returns.id, returnItems.returnId))
    .where(and(eq(returns.orderId, orderId), ne(returns.status, 'REJECTED')))
    .prepare('orders_claims_on_order')
    .execute();

/** Returns within one transaction; of the locks, an order's is taken before a return's. */
export const returnUnit = (tx: Session, tell: Telling): ReturnUnit => ({
  once: (attempt, work) => idempotent(tx, attempt, work),

  lockOrder: async (orderId) => {
    await lockStream(tx, orderId);
    const events = await historyOf<OrderEvent>(tx, orderId);
    return returnableOrder(ofKind('Order', events), await claimsOn(tx, orderId));
  },

  customerOf: async (orderId) => {
    const [order] = await tx
      .select({ customerId: orders.customerId })
      .from(orders)
      .where(eq(orders.id, orderId))
      .prepare('orders_customer_of_order')
      .execute();
    return order?.customerId ?? null;
  },

  lock: async (returnId) => {
    await lockStream(tx, returnId);
    return replay(returnDecider, ofKind('Return', await historyOf<ReturnEvent>(tx, returnId)));
  },

  save: async (returnId, before, events, { id: causationId, at }: Cause) => {
    if (events.length === 0) return;
    const after = events.reduce(returnDecider.evolve, before);
    const orderId = after.request?.orderId ?? '';
    await append(
      tx,
      returnId,
      before.version,
      events.map(({ type, data }) => ({
        ...{ id: newId(), type, data, at, correlationId: orderId, causationId },
      })),
    );
    await projectReturn(tx, before, events);
    const tells = events.flatMap((event) => returnMessages(event, after));
    await tell(tx, { orderId, causationId, at }, tells);
  },
});

/** Nothing, where somebody passed the id of an order for that of a return, or the other way round. */
const ofKind = <Event extends { type: string }>(kind: string, events: readonly Event[]): Event[] =>
  events.filter(({ type }) => type.startsWith(kind));

export const returnStore = (db: Session, tell: Telling): ReturnStore => ({
  transaction: (work) => db.transaction((tx) => work(returnUnit(tx, tell))),
});
