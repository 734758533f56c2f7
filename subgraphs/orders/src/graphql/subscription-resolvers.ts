import { parseId } from '@souk/platform/ids';
import type { Order } from '../domain/order.ts';
import type { SubscriptionResolvers } from './generated.ts';

export const Subscription: SubscriptionResolvers = {
  orderUpdated: {
    subscribe: (_, { orderId }, { viewer, watchOrder }) =>
      watchOrder(viewer, parseId(orderId, 'orderId')) as never,
    resolve: (order: unknown) => order as Order,
  },
};
