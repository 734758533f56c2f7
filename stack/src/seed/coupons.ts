import { DAY, instant, NOW } from './history/calendar.ts';
import type { CouponRecord } from './records.ts';

const since = (days: number) => instant(NOW - days * DAY);

const coupon = (
  code: string,
  discount: Pick<CouponRecord, 'percent'> | Pick<CouponRecord, 'amount'>,
  rest: Partial<CouponRecord> = {},
): CouponRecord => ({
  kind: 'coupon',
  code,
  percent: null,
  amount: null,
  minimum: null,
  usageLimit: null,
  customerLimit: null,
  startsAt: since(90),
  endsAt: null,
  ...discount,
  ...rest,
});

/** One coupon for each way in which a coupon can apply, or not. */
export const coupons: readonly CouponRecord[] = [
  coupon('WELCOME10', { percent: 10 }, { customerLimit: 1 }),
  coupon(
    'TEA5000',
    { amount: { amount: 5_000, currency: 'KRW' } },
    { minimum: { amount: 30_000, currency: 'KRW' } },
  ),
  coupon('FIRST3', { percent: 20 }, { usageLimit: 3 }),
  coupon('SPRING15', { percent: 15 }, { startsAt: since(200), endsAt: since(120) }),
];
