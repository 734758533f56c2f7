import { cartResolvers } from './cart-resolvers.ts';
import type { Resolvers } from './generated.ts';
import { orderResolvers } from './order-resolvers.ts';

export const resolvers: Resolvers = {
  ...cartResolvers,
  ...orderResolvers,
  Query: { ...cartResolvers.Query, ...orderResolvers.Query },
};
