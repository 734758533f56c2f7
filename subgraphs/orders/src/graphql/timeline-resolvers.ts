import type { Context } from './context.ts';
import type { Resolvers } from './generated.ts';
import type { TimelineEntryMapper } from './mappers.ts';

async function returnsReached(orderId: string, context: Context): Promise<TimelineEntryMapper[]> {
  const all = await context.returnsOfOrder.load(orderId);
  const reached = await Promise.all(
    all.map(async (returned) =>
      (await context.historyOfReturn.load(returned.id)).map((entry) => ({
        kind: 'ReturnReached' as const,
        ...entry,
        return: returned,
      })),
    ),
  );
  return reached.flat();
}

export const timelineResolvers = {
  Order: {
    timeline: async ({ id }, _, context) => {
      const [steps, statuses, returned] = await Promise.all([
        context.stepsOfOrder.load(id),
        context.historyOfOrder.load(id),
        returnsReached(id, context),
      ]);
      const entries: TimelineEntryMapper[] = [
        ...steps.map((step) => ({ kind: 'SagaStep' as const, ...step })),
        ...statuses.map((status) => ({ kind: 'StatusReached' as const, ...status })),
        ...returned,
      ];
      // The sort is stable: of what happened at once, the step comes before what it led to.
      return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
    },
  },
  TimelineEntry: { __resolveType: ({ kind }) => kind },
  SagaStep: { step: ({ toStep }) => toStep },
} satisfies Resolvers;
