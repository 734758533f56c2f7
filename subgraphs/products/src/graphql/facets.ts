import {
  brandFacet,
  categoryFacet,
  groupFacet,
  inStockFacet,
  priceFacet,
} from '../domain/facets.ts';
import { inLocale } from '../domain/localized.ts';
import type { Resolvers } from './generated.ts';

export const facetResolvers: Resolvers = {
  ProductFacets: {
    categories: async ({ counts }, _, { load }) =>
      categoryFacet(counts, [...(await load.tree()).values()]),
    brands: ({ counts, criteria }) => brandFacet(counts, criteria),
    prices: ({ counts }, { currency }) => priceFacet(counts, currency),
    options: ({ counts, meanings, criteria }) => groupFacet(counts, meanings, 'option', criteria),
    attributes: ({ counts, meanings, criteria }) =>
      groupFacet(counts, meanings, 'attribute', criteria),
    inStock: ({ counts }) => inStockFacet(counts),
  },
  FacetGroup: { name: ({ name }, { locale }) => inLocale(name, locale) },
  FacetValue: { name: ({ name }, { locale }) => inLocale(name, locale) },
};
