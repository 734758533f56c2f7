import type { VariantRow } from '../domain/rows.ts';
import type { SubscriptionResolvers } from './generated.ts';

export const Subscription: SubscriptionResolvers = {
  stockChanged: {
    subscribe: (_, { variantIds }, { viewer, verbs }) =>
      verbs.watchStock(viewer, variantIds) as never,
    resolve: (variants: unknown) => variants as VariantRow[],
  },
};
