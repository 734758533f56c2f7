import { type Currency, type Money, money } from '@souk/contracts/money';
import type { Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import type { Cart, CartLine } from '../domain/cart.ts';
import type { CouponAnswer, CouponProblem } from '../domain/coupon.ts';
import { type Totals, totals } from '../domain/totals.ts';
import type { RateSource } from './sources.ts';

const Wish = z.object({
  country: z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code'),
  shippingMethod: z.enum(['STANDARD', 'EXPRESS']),
  couponCode: z.string().max(100).nullish().default(null),
});

/** What a quote needs of others. */
export type QuoteSources = {
  rates: RateSource;
  /** Nobody's usage is counted for a guest. */
  coupon: (claim: {
    code: string;
    customerId: string | null;
    subtotal: Money;
    at: Date;
  }) => Promise<CouponAnswer>;
};

export type CheckoutQuote =
  | (Omit<Totals, 'lines'> & {
      kind: 'QUOTE';
      currency: Currency;
      couponProblem: CouponProblem | 'UNKNOWN' | null;
    })
  | { kind: 'CANNOT_SHIP'; reason: string };

/**
 * What buying a cart would cost, at the prices that the cart shows; null where it is empty. Holds
 * nothing and claims nothing. Throws UNAVAILABLE or DEADLINE_EXCEEDED without shipping.
 */
export const quoteCheckout =
  ({ rates, coupon }: QuoteSources, clock: () => Date = () => new Date()) =>
  async (
    viewer: Viewer | null,
    { cart, lines }: { cart: Cart; lines: readonly CartLine[] },
    raw: unknown,
  ): Promise<CheckoutQuote | null> => {
    const { country, shippingMethod: method, couponCode } = parseInput(Wish, raw);
    if (lines.length === 0) return null;
    const { currency } = cart;
    const priced = lines.map((line, index) => ({ ...line, number: index + 1 }));
    const subtotal = totals(priced, currency, { discount: 0, shipping: 0 }).subtotal;
    const weight = lines.reduce((sum, line) => sum + line.quantity * line.weightGrams, 0);
    const claim = {
      customerId: viewer?.id ?? null,
      subtotal: money(subtotal, currency),
      at: clock(),
    };
    const [carried, answer] = await Promise.all([
      rates.quote({ country, method, currency, weightGrams: weight }),
      couponCode === null ? null : coupon({ ...claim, code: couponCode }),
    ]);
    if ('reason' in carried) return { kind: 'CANNOT_SHIP', reason: carried.reason };
    const shipping = carried.price;
    const discount = answer !== null && 'discount' in answer ? answer.discount : 0;
    const { lines: _, ...amounts } = totals(priced, currency, { discount, shipping });
    const couponProblem = answer !== null && 'problem' in answer ? answer.problem : null;
    return { kind: 'QUOTE', ...amounts, currency, couponProblem };
  };
