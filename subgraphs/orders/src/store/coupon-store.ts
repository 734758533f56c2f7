import type { Queries } from '@souk/platform/database';
import { idempotent } from '@souk/platform/idempotency';
import { desc, eq, sql } from 'drizzle-orm';
import type { CountedCoupon, CouponStore } from '../app/coupons.ts';
import { couponOf, couponRow } from './coupon-row.ts';
import { coupons } from './coupon-tables.ts';

type Session = Queries<Record<string, unknown>>;

const counted = (row: typeof coupons.$inferSelect): CountedCoupon => ({
  ...couponOf(row),
  used: row.used,
  createdAt: row.createdAt,
});

/** Coupons as staff see them. */
export function couponStore(db: Session): CouponStore {
  const byCode = db
    .select()
    .from(coupons)
    .where(eq(coupons.code, sql.placeholder('code')))
    .prepare('orders_coupon_by_code');

  return {
    byCode: async (code) => (await byCode.execute({ code })).map(counted)[0] ?? null,

    list: async ({ first, before }) => {
      const rows = await db
        .select()
        .from(coupons)
        .where(
          before === null
            ? undefined
            : sql`(${coupons.createdAt}, ${coupons.code}) < (${before.createdAt}::timestamptz, ${before.code})`,
        )
        .orderBy(desc(coupons.createdAt), desc(coupons.code))
        .limit(first + 1)
        .prepare(before === null ? 'orders_first_coupons' : 'orders_next_coupons')
        .execute();
      return rows.map(counted);
    },

    once: (attempt, work) =>
      db.transaction((tx) =>
        idempotent(tx, attempt, () =>
          work({
            insert: async (coupon, at) => {
              const inserted = await tx
                .insert(coupons)
                .values(couponRow(coupon, at))
                .onConflictDoNothing()
                .returning({ code: coupons.code });
              return inserted.length > 0;
            },
          }),
        ),
      ),
  };
}
