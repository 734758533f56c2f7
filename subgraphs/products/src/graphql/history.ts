import type { Resolvers } from './generated.ts';
import { instant } from './present.ts';

export const historyResolvers: Resolvers = {
  ProductChange: {
    changedAt: ({ changedAt }) => instant(changedAt),
    changedBy: ({ actorId }) => ({ id: actorId }),
  },
  StockMovement: {
    movedAt: ({ movedAt }) => instant(movedAt),
    movedBy: ({ actorId }) => (actorId === null ? null : { id: actorId }),
  },
  DeadLetter: { diedAt: ({ diedAt }) => diedAt.toISOString() },
  PriceChange: {
    before: ({ before, currency }) => (before === null ? null : { amount: before, currency }),
    after: ({ after, currency }) => ({ amount: after, currency }),
    changedAt: ({ changedAt }) => instant(changedAt),
    changedBy: ({ actorId }) => ({ id: actorId }),
  },
};
