import type { ProductStatus } from './product.ts';

/** A product as lists and references need it; thin, because hundreds are read at once. */
export type ProductRow = {
  id: string;
  slug: string;
  categoryId: string;
  brand: string;
  titleEn: string;
  titleKo: string;
  status: ProductStatus;
  tags: string[];
  /** JSON of Image[], parsed by who asks for it. */
  images: string;
  createdAt: string;
  updatedAt: string;
  version: number;
};

/** The wide rest of a product; JSON stays text until somebody asks. */
export type ProductDetails = {
  id: string;
  descriptionEn: string;
  descriptionKo: string;
  /** JSON of Option[]. */
  options: string;
  /** JSON of Attribute[]. */
  attributes: string;
};

/** A product's lowest and highest price in every currency; 0 while it has no variant. */
export type PriceSpan = {
  id: string;
  fromKrw: number;
  toKrw: number;
  fromUsd: number;
  toUsd: number;
  fromEur: number;
  toEur: number;
};

export type VariantRow = {
  id: string;
  productId: string;
  sku: string;
  /** JSON of code to code. */
  options: string;
  titleEn: string;
  titleKo: string;
  priceKrw: number;
  priceUsd: number;
  priceEur: number;
  weightGrams: number;
  stock: number;
  /** Units of the stock that orders hold. */
  reserved: number;
  version: number;
  productStatus: ProductStatus;
};

/** A page's start in a list that runs backwards in time. */
export type TimePage = { first: number; before: readonly [at: string, id: string] | null };

export type PriceChange = {
  id: string;
  currency: 'KRW' | 'USD' | 'EUR';
  before: number | null;
  after: number;
  actorId: string;
  changedAt: string;
};
