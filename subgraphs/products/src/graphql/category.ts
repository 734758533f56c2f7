import { isId } from '@souk/platform/ids';
import { ancestors } from '../domain/category.ts';
import { inLocale } from '../domain/localized.ts';
import type { Resolvers } from './generated.ts';

export const categoryResolvers: Resolvers = {
  Category: {
    __resolveReference: (key: { id?: string; slug?: string }, { load }) => {
      if (key.id !== undefined)
        return isId(key.id) ? load.category.load(key.id.toLowerCase()) : null;
      return key.slug === undefined ? null : load.categoryBySlug.load(key.slug);
    },
    name: ({ name }, { locale }) => inLocale(name, locale),
    description: ({ description }, { locale }) => inLocale(description, locale),
    parent: ({ parentId }, _, { load }) =>
      parentId === null ? null : load.category.load(parentId),
    children: async ({ id }, _, { load }) =>
      [...(await load.tree()).values()].filter(({ parentId }) => parentId === id),
    ancestors: async ({ id }, _, { load }) => ancestors(await load.tree(), id),
    productCount: async ({ id }, _, { load }) => (await load.productCounts()).get(id) ?? 0,
    products: ({ id }, args, { verbs, viewer }) => verbs.search.find(viewer, args, id),
  },
};
