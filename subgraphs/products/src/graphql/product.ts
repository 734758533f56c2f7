import { isId } from '@souk/platform/ids';
import { findsNothing } from '../app/search.ts';
import { requireReader } from '../app/visibility.ts';
import { inLocale } from '../domain/localized.ts';
import type { Attribute, Image, Option } from '../domain/product.ts';
import type { PriceSpan, ProductRow } from '../domain/rows.ts';
import { availability, available } from '../domain/stock.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './generated.ts';
import { instant, timeline } from './present.ts';

const imagesOf = ({ images }: ProductRow): Image[] => JSON.parse(images);

const details = async ({ id }: ProductRow, { load }: Context) => {
  const found = await load.details.load(id);
  if (found === null) throw new Error('a product has no details');
  return found;
};

const SPAN = {
  KRW: ['fromKrw', 'toKrw'],
  USD: ['fromUsd', 'toUsd'],
  EUR: ['fromEur', 'toEur'],
} as const;

const rangeOf = (span: PriceSpan | null, currency: keyof typeof SPAN) => {
  const [from, to] = SPAN[currency];
  if (span === null || span[from] === 0) return null;
  return { min: { amount: span[from], currency }, max: { amount: span[to], currency } };
};

export const productResolvers: Resolvers = {
  Product: {
    __resolveReference: (key: { id?: string; slug?: string }, { load }) => {
      if (key.id !== undefined)
        return isId(key.id) ? load.product.load(key.id.toLowerCase()) : null;
      return key.slug === undefined ? null : load.productBySlug.load(key.slug);
    },
    title: (product, { locale }) => (locale === 'KO' ? product.titleKo : product.titleEn),
    description: async (product, { locale }, context) => {
      const { descriptionEn, descriptionKo } = await details(product, context);
      return locale === 'KO' ? descriptionKo : descriptionEn;
    },
    category: async ({ categoryId }, _, { load }) => {
      const category = await load.category.load(categoryId);
      if (category === null) throw new Error('a product has no category');
      return category;
    },
    options: async (product, _, context) =>
      JSON.parse((await details(product, context)).options) as Option[],
    attributes: async (product, _, context) =>
      JSON.parse((await details(product, context)).attributes) as Attribute[],
    images: imagesOf,
    image: (product) => imagesOf(product)[0] ?? null,
    variants: ({ id }, _, { load }) => load.variantsOf.load(id),
    priceRange: async ({ id }, { currency }, { load }) =>
      rangeOf(await load.priceSpan.load(id), currency),
    availability: async ({ id }, _, { load }) =>
      availability(
        (await load.variantsOf.load(id)).reduce((sum, each) => sum + available(each), 0),
      ),
    createdAt: ({ createdAt }) => instant(createdAt),
    updatedAt: ({ updatedAt }) => instant(updatedAt),
    history: ({ id }, args, { reads, viewer }) => {
      requireReader(viewer);
      return timeline(
        args,
        (page) => reads.history.ofProduct(id, page),
        ({ changedAt }) => changedAt,
      );
    },
  },
  ProductOption: { name: ({ name }, { locale }) => inLocale(name, locale) },
  ProductOptionValue: { name: ({ name }, { locale }) => inLocale(name, locale) },
  ProductAttribute: {
    name: ({ name }, { locale }) => inLocale(name, locale),
    valueCode: ({ value }) => value.code,
    value: ({ value }, { locale }) => inLocale(value, locale),
  },
  Image: {
    url: ({ file }, _, { imageUrl }) => imageUrl + file,
    alt: ({ alt }, { locale }) => inLocale(alt, locale),
  },
  ProductConnection: {
    edges: async ({ page }, _, { load }) => {
      const products = await Promise.all(page.edges.map(({ node }) => load.product.load(node.id)));
      return page.edges.flatMap(({ cursor }, index) => {
        const node = products[index];
        return node == null ? [] : [{ cursor, node }];
      });
    },
    nodes: async ({ page }, _, { load }) =>
      (await Promise.all(page.nodes.map(({ id }) => load.product.load(id)))).filter(
        (product) => product !== null,
      ),
    pageInfo: ({ page }) => page.pageInfo,
    totalCount: ({ criteria }, _, { reads }) =>
      findsNothing(criteria) ? 0 : reads.matches.count(criteria),
    facets: async ({ criteria }, _, { reads }) => {
      const counts = findsNothing(criteria) ? [] : await reads.matches.facets(criteria);
      const tokens = counts.flatMap(({ kind, value }) => (kind === 'token' ? [value] : []));
      const meanings = tokens.length === 0 ? [] : await reads.matches.meanings(tokens);
      return { criteria, counts, meanings };
    },
  },
};
