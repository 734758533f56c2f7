import type { Product } from '../domain/product.ts';
import type { Variant } from '../domain/variant.ts';
import type { products, variants } from './tables.ts';

export const rowOfProduct = ({ title, description, ...rest }: Product) => ({
  ...rest,
  titleEn: title.en,
  titleKo: title.ko,
  descriptionEn: description.en,
  descriptionKo: description.ko,
});

/** Timestamps leave as RFC 3339, so that what is compared and recorded is one notation. */
export const productOf = (row: typeof products.$inferSelect): Product => {
  const { titleEn, titleKo, descriptionEn, descriptionKo, ...rest } = row;
  return {
    ...rest,
    title: { en: titleEn, ko: titleKo },
    description: { en: descriptionEn, ko: descriptionKo },
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
};

export const rowOfVariant = ({ title, prices, ...rest }: Variant) => ({
  ...rest,
  titleEn: title.en,
  titleKo: title.ko,
  priceKrw: prices.KRW,
  priceUsd: prices.USD,
  priceEur: prices.EUR,
});

export const variantOf = (row: typeof variants.$inferSelect): Variant => {
  const { titleEn, titleKo, priceKrw, priceUsd, priceEur, ...rest } = row;
  return {
    ...rest,
    title: { en: titleEn, ko: titleKo },
    prices: { KRW: priceKrw, USD: priceUsd, EUR: priceEur },
  };
};
