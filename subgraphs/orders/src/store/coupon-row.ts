import { type Currency, type Money, money } from '@souk/contracts/money';
import type { Coupon } from '../domain/coupon.ts';
import type { coupons } from './coupon-tables.ts';

type CouponRow = typeof coupons.$inferSelect;

const moneyIn = (amount: number | null, currency: Currency | null): Money | null =>
  amount === null || currency === null ? null : money(amount, currency);

export function couponOf(row: CouponRow): Coupon {
  const amount = moneyIn(row.amount, row.currency);
  const { code, usageLimit, customerLimit, startsAt, endsAt } = row;
  return {
    ...{ code, usageLimit, customerLimit, startsAt, endsAt },
    discount:
      amount === null ? { kind: 'PERCENT', percent: row.percent ?? 0 } : { kind: 'AMOUNT', amount },
    minimum: moneyIn(row.minimum, row.currency),
  };
}

export function couponRow(coupon: Coupon, createdAt: Date): typeof coupons.$inferInsert {
  const { discount, minimum, ...rest } = coupon;
  const amount = discount.kind === 'AMOUNT' ? discount.amount : null;
  return {
    ...rest,
    kind: discount.kind,
    percent: discount.kind === 'PERCENT' ? discount.percent : null,
    amount: amount?.amount ?? null,
    minimum: minimum?.amount ?? null,
    currency: amount?.currency ?? minimum?.currency ?? null,
    createdAt,
  };
}
