import { categoryResolvers } from './category.ts';
import { facetResolvers } from './facets.ts';
import type { Resolvers } from './generated.ts';
import { historyResolvers } from './history.ts';
import { Mutation } from './mutations.ts';
import { productResolvers } from './product.ts';
import { Query } from './queries.ts';
import { Subscription } from './subscriptions.ts';
import { variantResolvers } from './variant.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  ...productResolvers,
  ...variantResolvers,
  ...categoryResolvers,
  ...facetResolvers,
  ...historyResolvers,
};
