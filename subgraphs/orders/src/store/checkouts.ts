import type { Queries } from '@souk/platform/database';
import { idempotent } from '@souk/platform/idempotency';
import { sql } from 'drizzle-orm';
import type {
  CheckoutStanding,
  CheckoutStore,
  OpenAsk,
  PlacingUnit,
} from '../app/checkout-store.ts';
import type { Cart, CartLine } from '../domain/cart.ts';
import { cartTransaction } from './cart-transaction.ts';
import { checkoutUnit, type Outgoing, orderState } from './checkout-unit.ts';
import { useCoupon } from './coupons.ts';
import type { projectOrder } from './order-projection.ts';

type Session = Queries<Record<string, unknown>>;

/** Checkouts as they are kept, and what placing an order needs besides. */
export const checkoutStore = (
  db: Session,
  outgoing: Outgoing,
  project?: typeof projectOrder,
): CheckoutStore => ({
  transaction: (work) => db.transaction((tx) => work(placingUnit(tx, outgoing, project))),

  standing: async (orderId) => {
    const [row] = await db.execute<CheckoutStanding>(sql`/* orders.checkoutStanding */
      select order_id as "orderId", state, details, currency
      from checkouts where order_id = ${orderId}::uuid`);
    return row ?? null;
  },

  placement: async (orderId) => (await orderState(db, orderId)).placement,

  leaseAsks: async (leaseMs, limit) =>
    db.execute<OpenAsk>(sql`/* orders.leaseAsks */
      update checkouts set ask_after = now() + ${`${leaseMs} milliseconds`}::interval
      where order_id in (
        select order_id from checkouts where ask is not null and ask_after <= now()
        order by ask_after limit ${limit}::int for update skip locked)
      returning order_id as "orderId", ask, traceparent`),

  postpone: async (orderId, ms) => {
    await db.execute(sql`/* orders.postponeDeadline */
      update checkouts set due_at = now() + ${`${ms} milliseconds`}::interval
      where order_id = ${orderId}::uuid`);
  },
});

const placingUnit = (
  tx: Session,
  outgoing: Outgoing,
  project?: typeof projectOrder,
): PlacingUnit => ({
  ...checkoutUnit(tx, outgoing, project),

  once: (attempt, work) => idempotent(tx, attempt, work),

  lockCart: async (cartId) => {
    const { lock, linesOf } = cartTransaction(tx);
    const [cart, lines, [number]]: [Cart | null, CartLine[], { next: string }[]] =
      await Promise.all([
        lock(cartId),
        linesOf(cartId),
        tx.execute<{ next: string }>(
          sql`/* orders.nextOrderNumber */ select nextval('order_numbers') as next`,
        ),
      ]);
    return cart === null ? null : { cart, lines, orderNumber: Number(number?.next) };
  },

  useCoupon: (orderId, claim) => useCoupon(tx, orderId, claim),
});
