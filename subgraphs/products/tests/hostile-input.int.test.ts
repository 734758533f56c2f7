import { encodeCursor } from '@souk/platform/paging';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COUNTS,
  CURSORS,
  entity,
  INSTANTS,
  references,
  TEXTS,
  unclear,
} from '../../../tests/hostile.ts';
import { idOf, type Products, startProducts } from './fixture.ts';
import { productInput } from './merchandising.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(4);
});
afterAll(() => shop.close());

/** A literal as GraphQL writes it, with `$value` at one place. */
const literal = (value: unknown): string => {
  if (value === '$value') return '$value';
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${literal(inner)}`)
    .join(' ')} }`;
};
const base = productInput('hostile');
const create = (change: object) =>
  `mutation ($value: String!) { createProduct(input: ${literal({ ...base, ...change })}) { id } }`;
const find = (type: string, args: string) =>
  `query ($value: ${type}) { products(${args}) { totalCount nodes { id } } }`;
const both = { en: '$value', ko: '가' };
const product = idOf(2, 1);
const variant = idOf(3, 10);

const cursors = (label: string, keys: readonly unknown[]) =>
  keys.map((key) => encodeCursor([label, key as string, product]));

test.each<[string, string, readonly unknown[]]>([
  ['product', 'query ($value: ID) { product(id: $value) { id } }', TEXTS],
  ['slug', 'query ($value: String) { product(slug: $value) { id } }', TEXTS],
  ['category', 'query ($value: String!) { category(slug: $value) { id } }', TEXTS],
  ['variant', 'query ($value: String!) { variant(sku: $value) { id } }', TEXTS],
  ['search', find('String', 'search: $value'), TEXTS],
  ['newest after', find('String', 'sort: NEWEST, after: $value'), cursors('NEWEST', INSTANTS)],
  ['search in Korean', find('String', 'search: $value, locale: KO'), TEXTS],
  ['filter category', find('String', 'filter: { category: $value }'), TEXTS],
  ['filter brand', find('String!', 'filter: { brands: [$value] }'), TEXTS],
  ['filter tag', find('String!', 'filter: { tags: [$value] }'), TEXTS],
  [
    'filter option',
    find('String!', 'filter: { options: [{ code: $value, values: ["m"] }] }'),
    TEXTS,
  ],
  [
    'filter value',
    find('String!', 'filter: { attributes: [{ code: "material", values: [$value] }] }'),
    TEXTS,
  ],
  ['filter price', find('Int', 'filter: { price: { currency: KRW, min: $value } }'), COUNTS],
  [
    'cheapest after',
    find('String', 'sort: PRICE_ASC, after: $value'),
    cursors('PRICE_ASC:KRW', COUNTS),
  ],
  ['title after', find('String', 'sort: TITLE, after: $value'), cursors('TITLE:EN', TEXTS)],
  [
    'relevance after',
    find('String', 'search: "mug", sort: RELEVANCE, after: $value'),
    cursors('RELEVANCE', COUNTS),
  ],
  ['first', find('Int', 'first: $value'), COUNTS],
  ['after', find('String', 'after: $value'), CURSORS],
  [
    'history after',
    `query ($value: String) { product(id: "${product}") { history(after: $value) { nodes { id } } } }`,
    CURSORS,
  ],
  [
    'movements after',
    `query ($value: String) { product(id: "${product}") { variants { stockMovements(after: $value) { nodes { id } } } } }`,
    CURSORS,
  ],
  ['a new slug', create({ slug: '$value' }), TEXTS],
  ['a new category', create({ categoryId: '$value' }), TEXTS],
  ['a new brand', create({ slug: 'brand', brand: '$value' }), TEXTS],
  ['a new title', create({ slug: 'title', title: both }), TEXTS],
  ['a new description', create({ slug: 'description', description: both }), TEXTS],
  ['a new tag', create({ slug: 'tag', tags: ['$value'] }), TEXTS],
  ['a new image', create({ slug: 'image', images: [{ file: '$value', alt: both }] }), TEXTS],
  [
    'a new option',
    create({
      slug: 'option',
      options: [{ code: 'a', name: both, values: [{ code: '$value', name: both }] }],
    }),
    TEXTS,
  ],
  [
    'a new attribute',
    create({
      slug: 'attribute',
      attributes: [{ code: 'a', name: both, valueCode: '$value', value: both }],
    }),
    TEXTS,
  ],
  [
    'version',
    `mutation ($value: Int!) { publishProduct(id: "${product}", expectedVersion: $value) { id } }`,
    COUNTS,
  ],
  [
    'price',
    `mutation ($value: Int!) { setVariantPrices(variantId: "${variant}", expectedVersion: 1, prices: [{ amount: $value, currency: KRW }]) { id } }`,
    COUNTS,
  ],
  [
    'stock',
    `mutation ($value: Int!) { adjustStock(variantId: "${variant}", delta: $value, reason: COUNTED) { id } }`,
    COUNTS,
  ],
  [
    'note',
    `mutation ($value: String) { adjustStock(variantId: "${variant}", delta: 1, reason: COUNTED, note: $value) { id } }`,
    TEXTS,
  ],
  [
    'SKU',
    `mutation ($value: String!) { addVariant(productId: "${product}", expectedVersion: 1, input: { sku: $value, options: [], prices: [], weightGrams: 1 }) { id } }`,
    TEXTS,
  ],
  [
    'weight',
    `mutation ($value: Int!) { addVariant(productId: "${product}", expectedVersion: 1, input: { sku: "W", options: [{ code: "size", value: "s" }, { code: "colour", value: "moss" }], prices: [{ amount: 1, currency: KRW }, { amount: 1, currency: USD }, { amount: 1, currency: EUR }], weightGrams: $value }) { id } }`,
    COUNTS,
  ],
  [
    'position',
    `mutation ($value: Int!) { moveCategory(id: "${idOf(1, 3)}", parentId: "${idOf(1, 1)}", position: $value) { id } }`,
    COUNTS,
  ],
  ['the entity Product', entity(), references('Product')],
  ['the entity Product by slug', entity(), references('Product', 'slug')],
  ['the entity ProductVariant', entity(), references('ProductVariant')],
  ['the entity ProductVariant by SKU', entity(), references('ProductVariant', 'sku')],
  ['the entity Category', entity(), references('Category')],
  ['the entity Category by slug', entity(), references('Category', 'slug')],
])('hostile input gets a clear answer: %s', async (_, source, values) => {
  expect(await unclear(shop, source, values, shop.merchandiser)).toEqual([]);
});
