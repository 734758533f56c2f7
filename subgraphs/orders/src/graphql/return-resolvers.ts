import { money } from '@souk/contracts/money';
import { isId, parseId } from '@souk/platform/ids';
import { connection } from '@souk/platform/paging';
import { visibleOrder } from '../app/orders.ts';
import type { ReturnOutcome } from '../app/returns.ts';
import { returnActions } from '../domain/available-actions.ts';
import type { Return } from '../domain/return.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './generated.ts';
import { orderAfter } from './order-after.ts';
import { pageOf } from './order-page.ts';

/** A return as far as the viewer may know of it: it follows its order. */
async function load(
  id: string,
  { returnById, orderById, viewer }: Context,
): Promise<Return | null> {
  const found = await returnById.load(id.toLowerCase());
  const order = found && visibleOrder(viewer, await orderById.load(found.orderId));
  return order && found;
}

async function present(outcome: ReturnOutcome, context: Context) {
  context.forget();
  if (outcome.kind === 'REFUSED') return outcome;
  const found = await context.returnById.load(outcome.returnId);
  if (found === null) throw new Error('a return that was acted on is not there');
  return found;
}

export const returnResolvers = {
  Query: {
    return: (_, { id }, context) => load(parseId(id, 'id'), context),
    returns: async (_, { status = null, ...args }, { listReturns, viewer }) => {
      const { page, reading } = pageOf(args);
      const rows = await listReturns(viewer, status, reading);
      return connection(rows, page, (row) => [row.requestedAt.toISOString(), row.id]);
    },
  },
  Mutation: {
    requestReturn: async (_, { input }, context) =>
      present(await context.returns.requestReturn(context.viewer, input), context),
    approveReturn: async (_, { input }, context) =>
      present(await context.returns.approveReturn(context.viewer, input), context),
    rejectReturn: async (_, { input }, context) =>
      present(await context.returns.rejectReturn(context.viewer, input), context),
    markReturnSent: async (_, { input }, context) =>
      present(await context.returns.markReturnSent(context.viewer, input), context),
    receiveReturn: async (_, { input }, context) =>
      present(await context.returns.receiveReturn(context.viewer, input), context),
  },
  ReturnResult: { __resolveType: (result) => ('kind' in result ? 'OrderActionRefused' : 'Return') },
  Order: { returns: ({ id }, _, { returnsOfOrder }) => returnsOfOrder.load(id) },
  Return: {
    __resolveReference: ({ id }, context) => (isId(id) ? load(id, context) : null),
    order: ({ orderId }, _, context) => orderAfter(context, orderId),
    refund: ({ refund, currency }) => money(refund, currency),
    items: async (of, _, { itemsOfReturn }) =>
      (await itemsOfReturn.load(of.id)).map((item) => ({ ...item, of })),
    availableActions: async ({ status, orderId }, _, { viewer, orderById }) => {
      if (viewer === null) return [];
      const order = await orderById.load(orderId);
      const isOwner = order?.customerId === viewer.id;
      return returnActions(status, { isOwner, scopes: viewer.scopes });
    },
  },
  ReturnItem: {
    refund: ({ refund, of }) => money(refund, of.currency),
    orderLine: async ({ number, of }, _, { linesOfOrder }) => {
      const lines = await linesOfOrder.load(of.orderId);
      const line = lines.find((each) => each.number === number);
      if (line === undefined) throw new Error('an item of a return is of no line');
      return { ...line, currency: of.currency };
    },
  },
} satisfies Resolvers;
