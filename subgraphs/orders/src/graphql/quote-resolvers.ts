import { money } from '@souk/contracts/money';
import type { Resolvers } from './generated.ts';

export const quoteResolvers = {
  Cart: {
    checkoutQuote: async ({ cart, lines }, wish, { quoteCheckout, viewer }) =>
      quoteCheckout(viewer, { cart, lines: await lines() }, wish),
  },
  CheckoutQuoteResult: {
    __resolveType: ({ kind }) => (kind === 'QUOTE' ? 'CheckoutQuote' : 'CannotShip'),
  },
  CheckoutQuote: {
    subtotal: ({ subtotal, currency }) => money(subtotal, currency),
    discount: ({ discount, currency }) => money(discount, currency),
    shippingCost: ({ shipping, currency }) => money(shipping, currency),
    tax: ({ tax, currency }) => money(tax, currency),
    total: ({ total, currency }) => money(total, currency),
    couponProblem: ({ couponProblem }) =>
      couponProblem && { kind: 'COUPON_REFUSED', problem: couponProblem },
  },
} satisfies Resolvers;
