import type { Currency, Money } from '@souk/contracts/money';
import { share } from './totals.ts';

/** How a coupon's code is written; customers may type it in any case. */
export const COUPON_CODE = /^[A-Z0-9][A-Z0-9-]{2,31}$/;

/** A promotion that a customer claims by its code. */
export type Coupon = {
  code: string;
  discount: { kind: 'PERCENT'; percent: number } | { kind: 'AMOUNT'; amount: Money };
  /** What the goods must cost at least; null for no minimum, which also fits every currency. */
  minimum: Money | null;
  /** How many orders may use it in all, and of one customer; null for no limit. */
  usageLimit: number | null;
  customerLimit: number | null;
  startsAt: Date;
  /** The first instant at which it is no longer valid; null for never. */
  endsAt: Date | null;
};

/** Orders that use the coupon, this one not counted. */
export type CouponUsage = { inAll: number; ofCustomer: number };

export type CouponProblem =
  | 'NOT_YET_VALID'
  | 'NO_LONGER_VALID'
  | 'OTHER_CURRENCY'
  | 'BELOW_MINIMUM'
  | 'USED_UP'
  | 'USED_BY_CUSTOMER';

/** A wish to use a coupon: whose, and for goods that cost how much. */
export type CouponClaim = {
  /** As the customer typed it. */
  code: string;
  customerId: string;
  subtotal: Money;
  at: Date;
};

/** What a coupon takes off, minor units, and how its code is written; or why it does not apply. */
export type CouponAnswer =
  | { discount: number; code: string }
  | { problem: CouponProblem | 'UNKNOWN' };

const currenciesOf = ({ discount, minimum }: Coupon): Currency[] => [
  ...(discount.kind === 'AMOUNT' ? [discount.amount.currency] : []),
  ...(minimum === null ? [] : [minimum.currency]),
];

/** Why a coupon does not apply, or null where it does. */
export function couponProblem(
  coupon: Coupon,
  subtotal: Money,
  usage: CouponUsage,
  at: Date,
): CouponProblem | null {
  if (at < coupon.startsAt) return 'NOT_YET_VALID';
  if (coupon.endsAt !== null && at >= coupon.endsAt) return 'NO_LONGER_VALID';
  if (currenciesOf(coupon).some((each) => each !== subtotal.currency)) return 'OTHER_CURRENCY';
  if (coupon.minimum !== null && subtotal.amount < coupon.minimum.amount) return 'BELOW_MINIMUM';
  if (coupon.usageLimit !== null && usage.inAll >= coupon.usageLimit) return 'USED_UP';
  if (coupon.customerLimit !== null && usage.ofCustomer >= coupon.customerLimit) {
    return 'USED_BY_CUSTOMER';
  }
  return null;
}

/** What a coupon that applies takes off, minor units: never more than the goods cost. */
export const discountOf = ({ discount }: Coupon, subtotal: Money): number =>
  discount.kind === 'PERCENT'
    ? share(subtotal.amount, discount.percent, 100)
    : Math.min(discount.amount.amount, subtotal.amount);
