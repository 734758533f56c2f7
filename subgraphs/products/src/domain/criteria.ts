import { Currency } from '@souk/contracts/money';
import { z } from 'zod';
import type { ProductStatus } from './product.ts';

const ProductSort = z.enum(['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE']);
type ProductSort = z.output<typeof ProductSort>;

const choices = z.object({
  code: z.string().min(1).max(120),
  values: z.array(z.string().min(1).max(120)).min(1).max(50),
});

/** What a caller may filter by. */
export const ProductFilter = z.object({
  category: z.string().max(120).nullish(),
  brands: z.array(z.string().min(1).max(120)).max(50).nullish(),
  tags: z.array(z.string().min(1).max(60)).max(20).nullish(),
  options: z.array(choices).max(10).nullish(),
  attributes: z.array(choices).max(20).nullish(),
  price: z
    .object({ currency: Currency, min: z.int().min(0).nullish(), max: z.int().min(0).nullish() })
    .refine(({ min, max }) => (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY), {
      message: 'min must not be above max',
    })
    .nullish(),
  inStock: z.boolean().nullish(),
  status: z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']).nullish(),
});
export type ProductFilter = z.output<typeof ProductFilter>;

export const SearchText = z.string().max(200).nullish();

/** Which products, in terms that the store can look up. */
export type Criteria = {
  status: ProductStatus;
  /** A tsquery; null for all, '' for a search that nothing can match. */
  tsquery: string | null;
  /** Id of the category whose whole subtree counts. */
  categoryId: string | null;
  brands: readonly string[] | null;
  tags: readonly string[];
  /** Facet groups, each with the tokens of which a product needs one. */
  facets: readonly { group: string; tokens: readonly string[] }[];
  price: { currency: Currency; min: number | null; max: number | null } | null;
  inStock: boolean | null;
};

/** The order of a list, and what it depends on. */
export type Order = { sort: ProductSort; currency: Currency; locale: 'EN' | 'KO' };

/** A row's place in a list: the value it is sorted by, then its id. */
export type Place = { key: string | number; id: string };
