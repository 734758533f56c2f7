import { all, each, type Invariant } from '../audit/finding.ts';
import { isKept, named } from './order-states.ts';

export const couponsKeepTheirLimits: Invariant = {
  name: 'coupons keep their limits',
  check: ({ coupons, orders }) => {
    const uses = new Set(coupons.flatMap((coupon) => coupon.uses.map(({ orderId }) => orderId)));
    return all(
      each(coupons, ({ code, limit, limitOfOne, used, uses: own }) => {
        if (used !== own.length) return `${code} counts ${used} uses, ${own.length} orders have it`;
        if (limit !== null && used > limit) return `${code} was used ${used} times of ${limit}`;
        const ofOne = Map.groupBy(own, ({ customerId }) => customerId);
        const greedy = [...ofOne].find(
          ([, each]) => limitOfOne !== null && each.length > limitOfOne,
        );
        return greedy === undefined
          ? null
          : `${code} was used ${greedy[1].length} times by ${greedy[0]}, of ${limitOfOne}`;
      }),
      each(
        orders.filter((order) => isKept(order) && order.couponCode !== null),
        ({ id, couponCode }) =>
          uses.has(id) ? null : `${named(id)} has ${couponCode}, which does not count it`,
      ),
    );
  },
};
