import { cartResolvers } from './cart-resolvers.ts';
import { couponResolvers } from './coupon-resolvers.ts';
import { deadLetterResolvers } from './dead-letter-resolvers.ts';
import type { Resolvers } from './generated.ts';
import { orderActionResolvers } from './order-action-resolvers.ts';
import { orderResolvers } from './order-resolvers.ts';
import { placeOrderResolvers } from './place-order-resolvers.ts';
import { quoteResolvers } from './quote-resolvers.ts';
import { returnResolvers } from './return-resolvers.ts';
import { Subscription } from './subscription-resolvers.ts';
import { timelineResolvers } from './timeline-resolvers.ts';

export const resolvers: Resolvers = {
  ...cartResolvers,
  ...couponResolvers,
  ...deadLetterResolvers,
  ...orderActionResolvers,
  ...orderResolvers,
  ...placeOrderResolvers,
  ...quoteResolvers,
  ...returnResolvers,
  ...timelineResolvers,
  Query: {
    ...cartResolvers.Query,
    ...couponResolvers.Query,
    ...deadLetterResolvers.Query,
    ...orderResolvers.Query,
    ...returnResolvers.Query,
  },
  Mutation: {
    ...cartResolvers.Mutation,
    ...couponResolvers.Mutation,
    ...deadLetterResolvers.Mutation,
    ...orderActionResolvers.Mutation,
    ...placeOrderResolvers.Mutation,
    ...returnResolvers.Mutation,
  },
  Subscription,
  Cart: { ...cartResolvers.Cart, ...quoteResolvers.Cart },
  Order: {
    ...orderActionResolvers.Order,
    ...orderResolvers.Order,
    ...returnResolvers.Order,
    ...timelineResolvers.Order,
  },
};
