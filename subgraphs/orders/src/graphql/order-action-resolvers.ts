import { orderActions } from '../domain/available-actions.ts';
import type { Resolvers } from './generated.ts';
import { orderAfter } from './order-after.ts';
import { REFUSALS } from './refusal-messages.ts';

const NO_SCOPES: ReadonlySet<string> = new Set();

export const orderActionResolvers = {
  Mutation: {
    cancelOrder: async (_, { input }, context) => {
      const outcome = await context.cancelOrder(context.viewer, input);
      context.forget();
      return outcome.kind === 'ORDER' ? orderAfter(context, outcome.orderId) : outcome;
    },
  },
  CancelOrderResult: {
    __resolveType: (result) => ('kind' in result ? 'OrderActionRefused' : 'Order'),
  },
  OrderActionRefused: { message: ({ code }, { locale }) => REFUSALS[code][locale] },
  Order: {
    availableActions: (order, _, { viewer }) =>
      orderActions(
        order,
        { isOwner: viewer?.id === order.customerId, scopes: viewer?.scopes ?? NO_SCOPES },
        new Date(),
      ),
  },
} satisfies Resolvers;
