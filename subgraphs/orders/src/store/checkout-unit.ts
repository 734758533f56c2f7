import type { Message } from '@souk/platform/bus/interface';
import type { Queries } from '@souk/platform/database';
import { append } from '@souk/platform/event-store';
import { newId } from '@souk/platform/ids';
import { notifyAfterCommit } from '@souk/platform/notify';
import { appendToOutbox } from '@souk/platform/outbox';
import { traceparent } from '@souk/platform/trace';
import { sql } from 'drizzle-orm';
import type {
  Ask,
  CheckoutChange,
  CheckoutDetails,
  CheckoutUnit,
  KeptCheckout,
} from '../app/checkout-store.ts';
import { adoptedCheckout } from '../domain/adopted-checkout.ts';
import type { CheckoutState } from '../domain/checkout-state.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { evolveOrder, noOrder, type OrderState } from '../domain/order-state.ts';
import { claimCart, endCartCheckout } from './cart-checkout.ts';
import { NEWS_CHANNEL } from './checkout-news.ts';
import { freeCoupon } from './coupons.ts';
import { projectOrder } from './order-projection.ts';

type Session = Queries<Record<string, unknown>>;

/** What leaves the service, made of what the process tells. */
export type Outgoing = (
  change: Pick<CheckoutChange, 'tells' | 'at' | 'causationId'> & {
    orderId: string;
    traceparent: string | null;
  },
) => Message[];

type Row = {
  state: CheckoutState;
  ask: Ask | null;
  ask_after: string | null;
  due_at: string | null;
  details: CheckoutDetails;
  cart_id: string | null;
  logged: number;
  traceparent: string | null;
};

const dateOf = (value: string | null) => (value === null ? null : new Date(value));

/** An order's state, replayed. */
export async function orderState(db: Session, orderId: string): Promise<OrderState> {
  const events = await db.execute<OrderEvent>(sql`/* orders.eventsOfOrder */
    select type, data from events where stream_id = ${orderId} order by version`);
  return [...events].reduce(evolveOrder, noOrder);
}

/** Checkouts within a transaction. Its statements go out together: they need no answer in between. */
export function checkoutUnit(
  tx: Session,
  outgoing: Outgoing,
  project: typeof projectOrder = projectOrder,
): CheckoutUnit {
  const load = async (orderId: string) => {
    // Sent at once, before the next one: a query that nobody waits for yet is not sent at all.
    const locking = tx
      .execute<Row>(sql`/* orders.lockCheckout */
        select state, ask, ask_after, due_at, details, cart_id, logged, traceparent
        from checkouts where order_id = ${orderId}::uuid for update`)
      .then(([row]) => row);
    // Sees what was committed while the lock was waited for, being a statement of its own.
    const [row, order] = await Promise.all([locking, orderState(tx, orderId)]);
    return { row, order };
  };

  const lock = async (orderId: string): Promise<KeptCheckout | null> => {
    const { row, order } = await load(orderId);
    if (order.placement === null) return null;
    if (row === undefined) {
      await adopt(tx, order);
      return lock(orderId);
    }
    return {
      ...{ orderId, order, checkout: row.state, details: row.details },
      cartId: row.cart_id,
      logged: row.logged,
      dueAt: dateOf(row.due_at),
      askAfter: dateOf(row.ask_after),
      traceparent: row.traceparent,
    };
  };

  return {
    lock,
    save: (change) => save(tx, change, outgoing, project),
    nextDue: async () => {
      const [row] = await tx.execute<{ orderId: string; traceparent: string | null }>(
        sql`/* orders.nextDueCheckout */
          select order_id as "orderId", traceparent from checkouts where due_at <= now()
          order by due_at limit 1 for update skip locked`,
      );
      return row ?? null;
    },
  };
}

/** An order that came into being without a process gets one; where two try, one does. */
async function adopt(tx: Session, order: OrderState): Promise<void> {
  if (order.placement === null) return;
  const { orderId, customerId, currency } = order.placement;
  await tx.execute(sql`/* orders.adoptCheckout */
    insert into checkouts (order_id, customer_id, currency, state, details, logged)
    values (${orderId}::uuid, ${customerId}::uuid, ${currency},
      ${JSON.stringify(adoptedCheckout(order))}::jsonb, '{}', 0)
    on conflict (order_id) do nothing`);
}

/** Locks in one sequence wherever checkouts are stored: cart, coupon, stream, outbox. */
async function save(
  tx: Session,
  change: CheckoutChange,
  outgoing: Outgoing,
  project: typeof projectOrder,
): Promise<void> {
  const { before, after, events, at, causationId } = change;
  const { orderId, cartId } = before;
  const trace = traceparent() ?? before.traceparent;
  const messages = outgoing({ ...change, orderId, traceparent: trace });
  const work: Promise<unknown>[] = [];
  if (cartId !== null && change.cart === 'CLAIM') work.push(claimCart(tx, cartId, orderId));
  else if (cartId !== null && change.cart !== 'KEEP') {
    const lines = change.cart === 'TAKE' ? (after.order.placement?.lines ?? []) : [];
    work.push(endCartCheckout(tx, { cartId, orderId, lines, at }));
  }
  if (change.freesCoupon) work.push(freeCoupon(tx, orderId));
  if (events.length > 0) {
    const fresh = events.map(({ type, data }) => ({
      ...{ id: newId(), type, data, at: new Date(data.at) },
      ...{ correlationId: orderId, causationId },
    }));
    work.push(append(tx, orderId, before.order.version, fresh));
    work.push(project(tx, before.order, events));
  }
  work.push(keep(tx, change));
  if (change.settled) notifyAfterCommit(NEWS_CHANNEL, orderId);
  work.push(appendToOutbox(tx, messages));
  // All have ended before the transaction does, whether or not one of them failed.
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

function keep(tx: Session, change: CheckoutChange): Promise<unknown> {
  const { before, after, log, ask, askAfter, dueAt, details } = change;
  const placement = after.order.placement;
  const entries = log.map((entry) => ({
    order_id: entry.orderId,
    position: entry.position,
    at: entry.at,
    input: entry.input,
    from_step: entry.fromStep,
    to_step: entry.toStep,
    told: entry.told,
    compensation: entry.compensation,
    trace_id: entry.traceId,
  }));
  return tx.execute(sql`/* orders.saveCheckout */
    with logged as (
      insert into checkout_log
        (order_id, position, at, input, from_step, to_step, told, compensation, trace_id)
      select order_id, position, at, input, from_step, to_step, told, compensation, trace_id
      from jsonb_populate_recordset(null::checkout_log, ${JSON.stringify(entries)}::jsonb)
    )
    insert into checkouts (order_id, customer_id, currency, state, ask, ask_after, due_at, details,
      cart_id, logged, traceparent)
    values (${before.orderId}::uuid, ${placement?.customerId ?? null}::uuid,
      ${placement?.currency ?? null}::text, ${JSON.stringify(after.checkout)}::jsonb,
      ${ask}::text, ${askAfter?.toISOString() ?? null}::timestamptz,
      ${dueAt?.toISOString() ?? null}::timestamptz, ${JSON.stringify(details)}::jsonb,
      ${before.cartId}::uuid, ${before.logged + log.length}::int, ${before.traceparent}::text)
    on conflict (order_id) do update set state = excluded.state, ask = excluded.ask,
      ask_after = excluded.ask_after, due_at = excluded.due_at, details = excluded.details,
      logged = excluded.logged`);
}
