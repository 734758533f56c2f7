import { describe, expect, test } from 'vitest';
import { categoryRecords, productRecords } from './catalogue-records.ts';
import { generateProducts } from './scale.ts';

describe('generateProducts', () => {
  const products = [...generateProducts(2_000)];

  test('makes as many as wanted, with unique slugs and SKUs', () => {
    const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    expect(new Set(products.map(({ slug }) => slug)).size).toBe(2_000);
    expect(new Set(skus).size).toBe(skus.length);
  });

  test('does not collide with the catalogue', () => {
    const known = productRecords();
    const slugs = new Set(known.map(({ slug }) => slug));
    const skus = new Set(known.flatMap(({ variants }) => variants.map(({ sku }) => sku)));
    expect(products.filter(({ slug }) => slugs.has(slug))).toEqual([]);
    expect(products.filter(({ variants }) => variants.some(({ sku }) => skus.has(sku)))).toEqual(
      [],
    );
  });

  test('makes the same ones again, however many are wanted', () => {
    expect([...generateProducts(50)]).toEqual(products.slice(0, 50));
  });

  test('uses categories and pictures of the catalogue only', () => {
    const categories = new Set(categoryRecords().map(({ slug }) => slug));
    const pictures = new Set(
      productRecords().flatMap(({ images }) => images.map(({ file }) => file)),
    );
    const unknown = products.filter(
      ({ categorySlug, images }) =>
        !categories.has(categorySlug) || images.some(({ file }) => !pictures.has(file)),
    );
    expect(unknown).toEqual([]);
  });

  test('every price is positive and every text is there in both languages', () => {
    const poor = products.filter(
      ({ title, variants }) =>
        !/^[A-Z]/.test(title.en) ||
        !/\p{Script=Hangul}/u.test(title.ko) ||
        variants.some(
          ({ prices, weightGrams }) =>
            Math.min(prices.KRW, prices.USD, prices.EUR, weightGrams) <= 0,
        ),
    );
    expect(poor).toEqual([]);
  });
});
