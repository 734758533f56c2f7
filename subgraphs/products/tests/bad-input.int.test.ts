import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, NOBODY, type Products, startProducts } from './fixture.ts';
import {
  ADD,
  CREATE,
  PRICE,
  PUBLISH,
  productInput,
  STOCK,
  UPDATE,
  variantInput,
} from './merchandising.ts';

let shop: Products;
beforeAll(async () => {
  shop = await startProducts(24);
});
afterAll(() => shop.close());

describe('bad input', () => {
  const price = (amount: number) => ({
    id: idOf(3, 20),
    v: 1,
    prices: [{ amount, currency: 'KRW' }],
  });
  const attempt = { ...productInput('ok-slug') };
  test.each([
    ['an id that is none', PUBLISH, { id: 'x', v: 1 }, 'BAD_USER_INPUT'],
    ['an unknown product', PUBLISH, { id: NOBODY, v: 1 }, 'NOT_FOUND'],
    ['an unknown variant', STOCK, { id: NOBODY, delta: 1 }, 'NOT_FOUND'],
    ['a price of 0', PRICE, price(0), 'BAD_USER_INPUT'],
    ['a negative price', PRICE, price(-5), 'BAD_USER_INPUT'],
    ['a price beyond reason', PRICE, price(2_100_000_000), 'BAD_USER_INPUT'],
    [
      'an unknown currency',
      PRICE,
      { ...price(1), prices: [{ amount: 1, currency: 'GBP' }] },
      'BAD_USER_INPUT',
    ],
    [
      'a currency twice',
      PRICE,
      { ...price(1), prices: [1, 2].map((amount) => ({ amount, currency: 'KRW' })) },
      'BAD_USER_INPUT',
    ],
    ['a delta of 0', STOCK, { id: idOf(3, 20), delta: 0 }, 'BAD_USER_INPUT'],
    ['a delta beyond reason', STOCK, { id: idOf(3, 20), delta: 2_000_000 }, 'BAD_USER_INPUT'],
    ['too many units out', STOCK, { id: idOf(3, 20), delta: -999 }, 'CONFLICT'],
    ['a used slug', CREATE, { input: productInput('product-1') }, 'CONFLICT'],
    ['a strange slug', CREATE, { input: { ...attempt, slug: 'Ok Slug' } }, 'BAD_USER_INPUT'],
    [
      'an empty title',
      CREATE,
      { input: { ...attempt, title: { en: ' ', ko: '가' } } },
      'BAD_USER_INPUT',
    ],
    [
      'an unknown category',
      CREATE,
      { input: { ...attempt, categoryId: NOBODY } },
      'BAD_USER_INPUT',
    ],
    [
      'an image with a path',
      CREATE,
      { input: { ...attempt, images: [{ file: '../x.svg', alt: attempt.title }] } },
      'BAD_USER_INPUT',
    ],
    [
      'an attribute twice',
      CREATE,
      { input: { ...attempt, attributes: [...attempt.attributes, ...attempt.attributes] } },
      'BAD_USER_INPUT',
    ],
    ['a null title', UPDATE, { id: idOf(2, 5), v: 1, input: { title: null } }, 'BAD_USER_INPUT'],
    [
      'a variant of unknown options',
      ADD,
      { id: idOf(2, 5), v: 1, input: variantInput('X-1', 'celadon') },
      'BAD_USER_INPUT',
    ],
    [
      'a used SKU',
      ADD,
      {
        id: idOf(2, 5),
        v: 1,
        input: {
          ...variantInput('SKU-1-INK-S', ''),
          options: [
            { code: 'size', value: 'm' },
            { code: 'colour', value: 'sand' },
          ],
        },
      },
      'CONFLICT',
    ],
    ['no id and no slug', '{ product { id } }', {}, 'BAD_USER_INPUT'],
    ['an id and a slug', `{ product(id: "${NOBODY}", slug: "a") { id } }`, {}, 'BAD_USER_INPUT'],
  ])('%s', async (what, source, variables, code) => {
    const count =
      () => shop.sql`select (select count(*) from products) p, (select count(*) from variants) v,
      (select sum(stock) from variants) s, (select sum(version) from products) n, (select count(*) from product_changes) h`;
    const before = await count();
    const codes = await shop.codes(source, variables, shop.merchandiser);
    expect(codes, what).toEqual([code]);
    expect(await count()).toEqual(before);
  });

  test('unknown things are null', async () => {
    const { data, errors } = await shop.query(
      `{ product(id: "${NOBODY}") { id } bySlug: product(slug: "none") { id } variant(sku: "none") { id } category(slug: "none") { id } }`,
    );
    expect({ data, errors }).toEqual({
      data: { product: null, bySlug: null, variant: null, category: null },
    });
    const keys = [
      { __typename: 'Product', id: 'not an id' },
      { __typename: 'ProductVariant', id: NOBODY },
      { __typename: 'Category', slug: 'none' },
    ];
    expect((await shop.entities(keys, '__typename')).data._entities).toEqual([null, null, null]);
  });
});
