import { parseId } from '@souk/platform/ids';
import { connection, decodeCursor, pageArgs, TimeCursor } from '@souk/platform/paging';
import type { Resolvers } from './generated.ts';

export const resolvers: Resolvers = {
  Query: {
    __singular__: (_, { id }, { byId }) => byId.load(parseId(id, 'id')),
  },
  Mutation: {
    add__Singular__: (_, { input }, { verbs, viewer }) => verbs.add(viewer, input),
  },
  Product: {
    __plural__: async ({ id }, args, { reads }) => {
      const page = pageArgs(args);
      const cursor = page.after === null ? null : decodeCursor(page.after, TimeCursor);
      const before = cursor && { createdAt: cursor[0], id: cursor[1] };
      const rows = await reads.ofProduct(id, { first: page.first, before });
      return connection(rows, page, (row) => [row.createdAt.toISOString(), row.id]);
    },
  },
  __Singular__: {
    __resolveReference: ({ id }, { byId }) => byId.load(id),
    product: ({ productId }) => ({ id: productId }),
    author: ({ authorId }) => ({ id: authorId }),
  },
};
