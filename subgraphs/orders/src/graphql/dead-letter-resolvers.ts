import type { Resolvers } from './generated.ts';

export const deadLetterResolvers = {
  Query: {
    ordersDeadLetters: (_, args, { deadLetters, viewer }) => deadLetters.list(viewer, args),
    ordersDeadLetter: (_, { id }, { deadLetters, viewer }) => deadLetters.read(viewer, id),
  },
  Mutation: {
    redriveOrdersDeadLetter: (_, { id }, { deadLetters, viewer }) =>
      deadLetters.redrive(viewer, id),
    dropOrdersDeadLetter: (_, { id }, { deadLetters, viewer }) => deadLetters.drop(viewer, id),
  },
} satisfies Resolvers;
