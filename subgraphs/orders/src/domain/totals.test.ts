import { money } from '@souk/contracts/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Coupon, couponProblem, discountOf } from './coupon.ts';
import { totals } from './totals.ts';

const line = (number: number, quantity: number, unitPrice: number) => ({
  ...{ number, quantity, unitPrice },
});
const coupon = (over: Partial<Coupon> = {}): Coupon => ({
  code: 'SPRING',
  discount: { kind: 'PERCENT', percent: 10 },
  ...{ minimum: null, usageLimit: null, customerLimit: null },
  ...{ startsAt: new Date('2026-03-01T00:00:00Z'), endsAt: null },
  ...over,
});
const at = new Date('2026-05-01T12:00:00Z');
const unused = { inAll: 0, ofCustomer: 0 };

test('an order costs its lines less the discount, and the delivery; tax is part of it', () => {
  const lines = [line(1, 2, 5_000), line(2, 1, 1_000)];
  expect(totals(lines, 'KRW', { discount: 1_100, shipping: 2_500 })).toEqual({
    lines: [
      { number: 1, payable: 9_000, tax: 818 },
      { number: 2, payable: 900, tax: 82 },
    ],
    ...{ subtotal: 11_000, discount: 1_100, shipping: 2_500, tax: 1_127, total: 12_400 },
  });
});

test('a discount takes off no more than the goods cost, never the delivery', () => {
  expect(totals([line(1, 1, 700)], 'USD', { discount: 900, shipping: 500 })).toMatchObject({
    ...{ discount: 700, total: 500 },
  });
});

test('the parts of a total always sum to it, and no line costs less than nothing', () => {
  const lines = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 20_000_000 })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat({ max: 100_000 }), (drawn, discount, shipping) => {
      const priced = drawn.map(([quantity, unitPrice], index) => line(index, quantity, unitPrice));
      const all = totals(priced, 'KRW', { discount, shipping });
      const payable = all.lines.reduce((total, each) => total + each.payable, 0);
      expect(payable + shipping).toBe(all.total);
      expect(all.total).toBe(all.subtotal - all.discount + all.shipping);
      expect(all.lines.every((each) => each.payable >= each.tax && each.tax >= 0)).toBe(true);
      expect(all.tax).toBeLessThanOrEqual(all.total);
    }),
  );
});

test('a percentage is rounded down to a minor unit; an amount is at most what the goods cost', () => {
  expect(discountOf(coupon(), money(1_999, 'USD'))).toBe(199);
  const five = coupon({ discount: { kind: 'AMOUNT', amount: money(500, 'USD') } });
  expect(discountOf(five, money(1_999, 'USD'))).toBe(500);
  expect(discountOf(five, money(300, 'USD'))).toBe(300);
});

test.each<[string, Partial<Coupon>, { inAll: number; ofCustomer: number }, string | null]>([
  ['without limits applies', {}, unused, null],
  ['has not begun', { startsAt: new Date('2026-05-02') }, unused, 'NOT_YET_VALID'],
  ['is over at its end', { endsAt: at }, unused, 'NO_LONGER_VALID'],
  ['counts in its currency', { minimum: money(1, 'EUR') }, unused, 'OTHER_CURRENCY'],
  [
    'takes off an amount of its currency',
    { discount: { kind: 'AMOUNT', amount: money(1, 'EUR') } },
    unused,
    'OTHER_CURRENCY',
  ],
  ['wants its minimum', { minimum: money(5_001, 'USD') }, unused, 'BELOW_MINIMUM'],
  ['is content with its minimum', { minimum: money(5_000, 'USD') }, unused, null],
  ['has one use left', { usageLimit: 3 }, { inAll: 2, ofCustomer: 0 }, null],
  ['is used up', { usageLimit: 3 }, { inAll: 3, ofCustomer: 0 }, 'USED_UP'],
  ['is for one order each', { customerLimit: 1 }, { inAll: 9, ofCustomer: 1 }, 'USED_BY_CUSTOMER'],
])('a coupon that %s', (_, over, usage, problem) => {
  expect(couponProblem(coupon(over), money(5_000, 'USD'), usage, at)).toBe(problem);
});
