import { money } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { mayActOn } from '@souk/platform/identity';
import { isId, parseId } from '@souk/platform/ids';
import { connection } from '@souk/platform/paging';
import { ORDER_NUMBER, visibleOrder } from '../app/orders.ts';
import type { Order } from '../domain/order.ts';
import type { Context } from './context.ts';
import type { Resolvers, ShippingMethod } from './generated.ts';
import { pageOf } from './order-page.ts';

const cursorOf = (order: Order) => [order.placedAt.toISOString(), order.id];

const load = async (id: string, { orderById, viewer }: Context): Promise<Order | null> =>
  visibleOrder(viewer, await orderById.load(id.toLowerCase()));

export const orderResolvers = {
  Query: {
    order: (_, { id }, context) => load(parseId(id, 'id'), context),
    orderByNumber: async (_, { number }, { orderByNumber, viewer }) => {
      if (!ORDER_NUMBER.test(number)) {
        throw new AppError('BAD_USER_INPUT', 'number is not an order number.', {
          argument: 'number',
        });
      }
      return visibleOrder(viewer, await orderByNumber(number));
    },
    orders: async (_, { filter, ...args }, { orders, viewer }) => {
      const { page, reading } = pageOf(args);
      return connection(await orders.list(viewer, filter, reading), page, cursorOf);
    },
  },
  Order: {
    __resolveReference: ({ id }, context) => (isId(id) ? load(id, context) : null),
    customer: ({ customerId }) => ({ id: customerId }),
    subtotal: ({ subtotal, currency }) => money(subtotal, currency),
    shippingCost: ({ shipping, currency }) => money(shipping, currency),
    discount: ({ discount, currency }) => money(discount, currency),
    tax: ({ tax, currency }) => money(tax, currency),
    total: ({ total, currency }) => money(total, currency),
    lines: async ({ id, currency }, _, { linesOfOrder }) =>
      (await linesOfOrder.load(id)).map((line) => ({ ...line, currency })),
    rejectionReason: ({ reason }) => reason,
    shippingMethod: ({ shippingMethod }) => shippingMethod as ShippingMethod,
  },
  OrderLine: {
    __resolveReference: async ({ orderId, number }, context) => {
      const order = isId(orderId) ? await load(orderId, context) : null;
      if (order === null) return null;
      const lines = await context.linesOfOrder.load(order.id);
      const line = lines.find((each) => each.number === number);
      return line ? { ...line, currency: order.currency } : null;
    },
    unitPrice: ({ unitPrice, currency }) => money(unitPrice, currency),
    lineTotal: (line) => money(line.lineTotal, line.currency),
    tax: ({ tax, currency }) => money(tax, currency),
    unitWeightGrams: ({ weightGrams }) => weightGrams,
    product: ({ productId }) => ({ id: productId }),
    variant: ({ variantId }) => ({ id: variantId }),
  },
  User: {
    orders: async ({ id }, args, { ordersOf, viewer }) => {
      const { page, reading } = pageOf(args);
      if (!isId(id) || !mayActOn(viewer, id, 'orders:read')) return null;
      return connection(await ordersOf(reading).load(id), page, cursorOf);
    },
  },
  Product: {
    purchasedByViewer: ({ id }, _, { bought, viewer }) =>
      viewer === null || !isId(id) ? null : bought.load(id),
  },
} satisfies Resolvers;
