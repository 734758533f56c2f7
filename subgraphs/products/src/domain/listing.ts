import type { Product } from './product.ts';
import { wordsOf } from './search-words.ts';
import { available } from './stock.ts';
import type { Variant } from './variant.ts';

/** A facet's token and what it means: `option:colour:ink` is "Colour", "Ink". */
export type FacetValue = {
  token: string;
  nameEn: string;
  nameKo: string;
  valueEn: string;
  valueKo: string;
};

export type FacetKind = 'option' | 'attribute';

export const facetGroup = (kind: FacetKind, code: string): string => `${kind}:${code}`;
export const facetToken = (kind: FacetKind, code: string, value: string): string =>
  `${kind}:${code}:${value}`;

type Weight = 'A' | 'B' | 'C' | 'D';

/** What search sees of a product: all of it follows from the product and its variants. */
export function listingOf(product: Product, variants: readonly Variant[]) {
  const values = [...facetValuesOf(product, variants)];
  const amounts = (currency: 'KRW' | 'USD' | 'EUR') =>
    variants.map(({ prices }) => prices[currency]);
  const texts: [Weight, string][] = [
    ['A', product.title.en],
    ['A', product.title.ko],
    ['B', product.brand],
    ...product.tags.map((tag): [Weight, string] => ['C', tag]),
    ...values.map(({ valueEn, valueKo }): [Weight, string] => ['D', `${valueEn} ${valueKo}`]),
  ];
  return {
    row: {
      productId: product.id,
      categoryId: product.categoryId,
      status: product.status,
      brand: product.brand,
      titleEn: product.title.en.toLowerCase(),
      titleKo: product.title.ko.toLowerCase(),
      createdAt: product.createdAt,
      inStock: variants.some((variant) => available(variant) > 0),
      fromKrw: lowest(amounts('KRW')),
      toKrw: highest(amounts('KRW')),
      fromUsd: lowest(amounts('USD')),
      toUsd: highest(amounts('USD')),
      fromEur: lowest(amounts('EUR')),
      toEur: highest(amounts('EUR')),
      facets: [...new Set(values.map(({ token }) => token))],
      tags: product.tags,
      search: tsvectorOf(texts),
    },
    values,
    words: [...new Set(texts.flatMap(([, text]) => wordsOf(text)))],
  };
}

export type Listing = ReturnType<typeof listingOf>;

const lowest = (amounts: readonly number[]) => (amounts.length === 0 ? 0 : Math.min(...amounts));
const highest = (amounts: readonly number[]) => (amounts.length === 0 ? 0 : Math.max(...amounts));

function* facetValuesOf(product: Product, variants: readonly Variant[]): Generator<FacetValue> {
  for (const { code, name, values } of product.options) {
    for (const value of values) {
      if (!variants.some(({ options }) => options[code] === value.code)) continue;
      const token = facetToken('option', code, value.code);
      const { en, ko } = value.name;
      yield { token, nameEn: name.en, nameKo: name.ko, valueEn: en, valueKo: ko };
    }
  }
  for (const { code, name, value } of product.attributes) {
    const token = facetToken('attribute', code, value.code);
    yield { token, nameEn: name.en, nameKo: name.ko, valueEn: value.en, valueKo: value.ko };
  }
}

/** Words with their place and weight. The same word may stand at several places. */
function tsvectorOf(texts: readonly [Weight, string][]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [weight, text] of texts) {
    for (const word of wordsOf(text)) {
      place += 1;
      const known = places.get(word);
      if (known === undefined) places.set(word, [`${place}${weight}`]);
      else known.push(`${place}${weight}`);
    }
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
