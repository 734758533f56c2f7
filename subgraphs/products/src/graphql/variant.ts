import { requireScope } from '@souk/platform/identity';
import { isId } from '@souk/platform/ids';
import { requireReader, requireStockReader } from '../app/visibility.ts';
import { inLocale } from '../domain/localized.ts';
import type { Option } from '../domain/product.ts';
import { availability, available } from '../domain/stock.ts';
import type { Resolvers } from './generated.ts';
import { priceOf, timeline } from './present.ts';

export const variantResolvers: Resolvers = {
  ProductVariant: {
    __resolveReference: (key: { id?: string; sku?: string }, { load }) => {
      if (key.id !== undefined)
        return isId(key.id) ? load.variant.load(key.id.toLowerCase()) : null;
      return key.sku === undefined ? null : load.variantBySku.load(key.sku);
    },
    title: (variant, { locale }) => (locale === 'KO' ? variant.titleKo : variant.titleEn),
    options: async ({ productId, options }, _, { load }) => {
      const details = await load.details.load(productId);
      const chosen: Record<string, string> = JSON.parse(options);
      const offered: Option[] = details === null ? [] : JSON.parse(details.options);
      return offered.flatMap((option) => {
        const value = option.values.find(({ code }) => code === chosen[option.code]);
        return value === undefined ? [] : [{ ...option, value }];
      });
    },
    prices: (variant) => [
      priceOf(variant, 'KRW'),
      priceOf(variant, 'USD'),
      priceOf(variant, 'EUR'),
    ],
    price: (variant, { currency }) => priceOf(variant, currency),
    availability: (variant) => availability(available(variant)),
    reserved: ({ reserved }, _, { viewer }) => {
      requireStockReader(viewer);
      return reserved;
    },
    forSale: async ({ productId }, _, { load }) =>
      (await load.product.load(productId))?.status === 'PUBLISHED',
    product: async ({ productId }, _, { load }) => {
      const product = await load.product.load(productId);
      if (product === null) throw new Error('a variant has no product');
      return product;
    },
    stockMovements: ({ id }, args, { reads, viewer }) => {
      requireScope(viewer, 'stock:write');
      return timeline(
        args,
        (page) => reads.history.movementsOf(id, page),
        ({ movedAt }) => movedAt,
      );
    },
    priceHistory: ({ id }, args, { reads, viewer }) => {
      requireReader(viewer);
      return timeline(
        args,
        (page) => reads.history.pricesOf(id, page),
        ({ changedAt }) => changedAt,
      );
    },
  },
  SelectedOption: { name: ({ name }, { locale }) => inLocale(name, locale) },
};
