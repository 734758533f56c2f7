import { money } from '@souk/contracts/money';
import { COUPON_SENTENCES, sentenceOf } from './checkout-messages.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './generated.ts';
import { orderAfter } from './order-after.ts';

type Told = Parameters<typeof sentenceOf>[0];

const TYPES = {
  ACTION_REQUIRED: 'PaymentActionRequired',
  OUT_OF_STOCK: 'ItemsOutOfStock',
  PRICES_CHANGED: 'PricesChanged',
  PAYMENT_DECLINED: 'PaymentDeclined',
  COUPON_REFUSED: 'CouponRefused',
  CANNOT_SHIP: 'CannotShip',
  CART_EMPTY: 'CartIsEmpty',
  CHECKOUT_IN_PROGRESS: 'CheckoutInProgress',
} as const satisfies Record<Told['kind'], string>;

const message = (problem: Told, { locale }: { locale: 'EN' | 'KO' }): string =>
  sentenceOf(problem)[locale];

/** The order that a problem is about, read after the attempt. */
const order = ({ orderId }: { orderId: string | null }, _: unknown, { orderById }: Context) =>
  orderId === null ? null : orderById.load(orderId);

const noOrder = () => null;

export const placeOrderResolvers = {
  Mutation: {
    placeOrder: async (_, { input }, context) => {
      const outcome = await context.placeOrder(context.viewer, input);
      context.forget();
      return outcome.kind === 'ORDER' ? orderAfter(context, outcome.orderId) : outcome;
    },
  },
  PlaceOrderResult: {
    __resolveType: (result) => ('kind' in result ? TYPES[result.kind] : 'Order'),
  },
  PaymentActionRequired: { message, order },
  ItemsOutOfStock: { message, order },
  PricesChanged: {
    message,
    order,
    changes: ({ changes, currency }) => changes.map((change) => ({ ...change, currency })),
  },
  PaymentDeclined: { message, order, declineCode: ({ code }) => code },
  CouponRefused: {
    code: ({ problem }) => problem,
    message: ({ problem }, { locale }) => COUPON_SENTENCES[problem][locale],
    order: noOrder,
  },
  CannotShip: { message, order: noOrder },
  CartIsEmpty: { message, order: noOrder },
  CheckoutInProgress: { message, order },
  Shortage: { variant: ({ variantId }) => ({ id: variantId }) },
  ChangedPrice: {
    variant: ({ variantId }) => ({ id: variantId }),
    was: ({ was, currency }) => money(was, currency),
    now: ({ now, currency }) => (now === null ? null : money(now, currency)),
  },
} satisfies Resolvers;
