import type { Queries } from '@souk/platform/database';
import { and, count, eq, sql } from 'drizzle-orm';
import {
  type CouponAnswer,
  type CouponClaim,
  couponProblem,
  discountOf,
} from '../domain/coupon.ts';
import { couponOf } from './coupon-row.ts';
import { coupons, couponUses } from './coupon-tables.ts';

type Session = Queries<Record<string, unknown>>;
/** Nobody's usage is counted for a guest. */
type Question = Omit<CouponClaim, 'customerId'> & { customerId: string | null };

/** One code, however it was typed. */
export const normalCode = (typed: string): string => typed.trim().toUpperCase();

async function usesOf(db: Session, code: string, customerId: string): Promise<number> {
  const [usage] = await db
    .select({ uses: count() })
    .from(couponUses)
    .where(and(eq(couponUses.code, code), eq(couponUses.customerId, customerId)))
    .prepare('orders_coupon_uses_of_customer')
    .execute();
  return usage?.uses ?? 0;
}

async function answer(
  db: Session,
  { customerId, subtotal, at }: Question,
  row: typeof coupons.$inferSelect | undefined,
): Promise<CouponAnswer> {
  if (row === undefined) return { problem: 'UNKNOWN' };
  const coupon = couponOf(row);
  const ofCustomer = customerId === null ? 0 : await usesOf(db, row.code, customerId);
  const counted = { inAll: row.used, ofCustomer };
  const problem = couponProblem(coupon, subtotal, counted, at);
  if (problem !== null) return { problem };
  return { code: row.code, discount: discountOf(coupon, subtotal) };
}

/** What a coupon would do now, without claiming it. */
export async function quoteCoupon(db: Session, claim: Question): Promise<CouponAnswer> {
  const [row] = await db
    .select()
    .from(coupons)
    .where(eq(coupons.code, normalCode(claim.code)))
    .prepare('orders_coupon')
    .execute();
  return answer(db, claim, row);
}

/**
 * Counts an order against a coupon, in the caller's transaction. The coupon's row stays locked until
 * that ends, so that its limits hold however many orders claim it at once; a refusal writes nothing.
 * An order that has its use already gets the same answer and is not counted again.
 */
export async function useCoupon(
  tx: Session,
  orderId: string,
  claim: CouponClaim,
): Promise<CouponAnswer> {
  const [row] = await tx
    .select()
    .from(coupons)
    .where(eq(coupons.code, normalCode(claim.code)))
    .for('update')
    .prepare('orders_lock_coupon')
    .execute();
  const [mine] = await tx
    .select({ code: couponUses.code })
    .from(couponUses)
    .where(eq(couponUses.orderId, orderId))
    .prepare('orders_coupon_of_order')
    .execute();
  if (row !== undefined && mine?.code === row.code) {
    return { code: row.code, discount: discountOf(couponOf(row), claim.subtotal) };
  }
  const outcome = await answer(tx, claim, row);
  if ('problem' in outcome) return outcome;
  await tx
    .insert(couponUses)
    .values({ orderId, code: outcome.code, customerId: claim.customerId, usedAt: claim.at })
    .prepare('orders_use_coupon')
    .execute();
  await tx.execute(
    sql`/* orders.countCouponUse */ update coupons set used = used + 1 where code = ${outcome.code}`,
  );
  return outcome;
}

/** Gives an order's coupon back, in the caller's transaction; where it has none, nothing happens. */
export async function freeCoupon(tx: Session, orderId: string): Promise<void> {
  await tx.execute(sql`/* orders.freeCoupon */
    with freed as (delete from coupon_uses where order_id = ${orderId}::uuid returning code)
    update coupons set used = used - 1 from freed where coupons.code = freed.code`);
}
