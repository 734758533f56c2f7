import { Currency } from '@souk/contracts/money';
import { parseInput } from '@souk/platform/input';
import { z } from 'zod';
import { inLocale } from '../domain/localized.ts';
import type { ProductRow, VariantRow } from '../domain/rows.ts';
import { available } from '../domain/stock.ts';

export type OfferStore = {
  variantsByIds: (ids: readonly string[]) => Promise<VariantRow[]>;
  productsByIds: (ids: readonly string[]) => Promise<ProductRow[]>;
};

const Question = z.object({
  variantIds: z.array(z.uuid()).max(100),
  currency: Currency,
  locale: z.enum(['en', 'ko']),
});

export type OfferVerbs = ReturnType<typeof offerVerbs>;

const PRICE = { KRW: 'priceKrw', USD: 'priceUsd', EUR: 'priceEur' } as const;

export const offerVerbs = (store: OfferStore) => ({
  /** Offers for those of the variants that are on sale. Throws BAD_USER_INPUT for over 100 ids. */
  quote: async (input: unknown) => {
    const { variantIds, currency, locale } = parseInput(Question, input);
    const ids = [...new Set(variantIds.map((id) => id.toLowerCase()))];
    const rows = await store.variantsByIds(ids);
    const onSale = rows.filter(({ productStatus }) => productStatus === 'PUBLISHED');
    const productIds = [...new Set(onSale.map(({ productId }) => productId))];
    const products = new Map((await store.productsByIds(productIds)).map((row) => [row.id, row]));
    return onSale.flatMap((variant) => {
      const product = products.get(variant.productId);
      if (product === undefined) return [];
      const language = locale === 'ko' ? 'KO' : 'EN';
      return {
        variantId: variant.id,
        productId: variant.productId,
        sku: variant.sku,
        title: inLocale({ en: product.titleEn, ko: product.titleKo }, language),
        variantTitle: inLocale({ en: variant.titleEn, ko: variant.titleKo }, language),
        unitPriceMinor: variant[PRICE[currency]],
        weightGrams: variant.weightGrams,
        available: available(variant),
      };
    });
  },
});
