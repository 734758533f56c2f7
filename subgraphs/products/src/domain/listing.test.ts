import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';
import { listingOf } from './listing.ts';
import { priceBand } from './price-bands.ts';
import type { Product } from './product.ts';
import { stockStatus } from './stock.ts';
import { type Variant, variantTitle } from './variant.ts';

const size = {
  code: 'size',
  name: { en: 'Size', ko: '크기' },
  values: [
    { code: 's', name: { en: 'Small', ko: '소' } },
    { code: 'l', name: { en: 'Large', ko: '대' } },
  ],
};
const colour = {
  code: 'colour',
  name: { en: 'Colour', ko: '색' },
  values: [{ code: 'ink', name: { en: 'Ink', ko: '먹색' } }],
};
const product: Product = {
  id: 'p',
  slug: 'mug',
  categoryId: 'c',
  brand: 'Onggi',
  title: { en: 'The Mug mug', ko: '머그컵' },
  description: { en: '', ko: '' },
  status: 'PUBLISHED',
  tags: ['gift'],
  options: [size],
  attributes: [],
  images: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};
const variant = (won: number, stock: number): Variant => ({
  id: `v${won}`,
  productId: 'p',
  sku: `V-${won}`,
  position: 0,
  options: { size: 's' },
  title: { en: 'Small', ko: '소' },
  prices: { KRW: won, USD: won / 10, EUR: won / 20 },
  weightGrams: 1,
  stock,
  reserved: 0,
  version: 1,
});

test('a listing spans the prices of the variants and knows whether any is in stock', () => {
  const { row } = listingOf(product, [variant(2_000, 0), variant(9_000, 1), variant(4_000, 0)]);
  expect(row).toMatchObject({
    fromKrw: 2_000,
    toKrw: 9_000,
    fromEur: 100,
    toUsd: 900,
    inStock: true,
  });
  expect(listingOf(product, [variant(1_000, 0)]).row.inStock).toBe(false);
  expect(listingOf(product, []).row).toMatchObject({ fromKrw: 0, toKrw: 0, inStock: false });
});

test('a value that no variant has is no facet', () => {
  const { row, values } = listingOf(product, [variant(1_000, 1)]);
  expect(row.facets).toEqual(['option:size:s']);
  expect(values).toHaveLength(1);
});

test('titles weigh more than brands, brands more than tags', () => {
  const { row, words } = listingOf(product, []);
  expect(row.search).toBe("'the':1A 'mug':2A,3A '머그컵':4A 'onggi':5B 'gift':6C");
  expect(words).toEqual(['the', 'mug', '머그컵', 'onggi', 'gift']);
});

test('a variant is called by its options, in the order of the product', () => {
  expect(variantTitle([size, colour], { colour: 'ink', size: 'l' })).toEqual({
    en: 'Large / Ink',
    ko: '대 / 먹색',
  });
  expect(variantTitle([], {})).toEqual({ en: '', ko: '' });
});

test.each([
  [{}, 'Choose a value'],
  [{ size: 'xl' }, 'Choose a value'],
  [{ size: 's', glaze: 'celadon' }, 'no option glaze'],
])('a variant with the options %j is refused', (options, message) => {
  expect(() => variantTitle([size], options)).toThrow(message);
});

test('price bands touch without overlapping', () => {
  expect(priceBand('KRW', 0)).toEqual({ min: null, max: 9_999 });
  expect(priceBand('KRW', 1)).toEqual({ min: 10_000, max: 29_999 });
  expect(priceBand('KRW', 5)).toEqual({ min: 200_000, max: null });
});

test.each([
  [0, 'OUT_OF_STOCK'],
  [1, 'LOW_STOCK'],
  [5, 'LOW_STOCK'],
  [6, 'IN_STOCK'],
])('%i in stock is %s', (quantity, status) => {
  expect(stockStatus(quantity)).toBe(status);
});

test('a change is only what differs, whatever the order of keys', () => {
  expect(changesOf({ a: { x: 1, y: 2 }, b: 1 }, { a: { y: 2, x: 1 }, b: 2, c: undefined })).toEqual(
    [{ field: 'b', before: 1, after: 2 }],
  );
});
