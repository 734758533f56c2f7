import { AppError } from '@souk/platform/errors';
import { parseId } from '@souk/platform/ids';
import type { QueryResolvers } from './generated.ts';

export const Query: QueryResolvers = {
  product: (_, { id, slug }, { load }) => {
    if (id != null && slug == null) return load.product.load(parseId(id, 'id'));
    if (slug != null && id == null) return load.productBySlug.load(slug);
    throw new AppError('BAD_USER_INPUT', 'Give either id or slug.');
  },
  products: (_, args, { verbs, viewer }) => verbs.search.find(viewer, args),
  categories: async (_, __, { load }) =>
    [...(await load.tree()).values()].filter(({ parentId }) => parentId === null),
  category: (_, { slug }, { load }) => load.categoryBySlug.load(slug),
  variant: (_, { sku }, { load }) => load.variantBySku.load(sku),
  productsDeadLetters: (_, args, { verbs, viewer }) => verbs.deadLetters.list(viewer, args),
  productsDeadLetter: (_, { id }, { verbs, viewer }) => verbs.deadLetters.read(viewer, id),
};
