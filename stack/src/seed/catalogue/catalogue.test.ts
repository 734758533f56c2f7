import { expect, test } from 'vitest';
import type { ProductSource, Text } from './authoring.ts';
import { products } from './catalogue.ts';
import { categories } from './categories.ts';
import { attributes, colourNames, optionNames } from './words.ts';

const HANGUL = /\p{Script=Hangul}/u;

const optionsOf = (product: ProductSource) => product.options ?? [];

const optionValues = (product: ProductSource) => optionsOf(product).flatMap((one) => one.values);

const variantCount = (product: ProductSource) =>
  optionsOf(product).reduce((count, one) => count * one.values.length, 1);

const repeated = (values: readonly string[]) =>
  values.filter((value, at) => values.indexOf(value) !== at);

const sentences = (text: string) => text.split(/(?<=[.!?])\s+/u);

test('the shop is large enough to page, filter and search in', () => {
  expect(products.length).toBeGreaterThanOrEqual(132);
  expect(products.reduce((sum, one) => sum + variantCount(one), 0)).toBeGreaterThanOrEqual(440);
  expect(categories.length).toBeGreaterThanOrEqual(14);
});

test('a few products are drafts', () => {
  const drafts = products.filter((one) => one.draft === true).length;
  expect(drafts).toBeGreaterThanOrEqual(4);
  expect(drafts).toBeLessThanOrEqual(6);
});

test('slugs are unique and kebab-case', () => {
  const slugs = [...products, ...categories].map((one) => one.slug);
  expect(repeated(slugs)).toEqual([]);
  expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
});

test('SKU prefixes are unique and upper case, and none begins another', () => {
  const skus = products.map((one) => one.sku);
  expect(repeated(skus)).toEqual([]);
  expect(skus.filter((sku) => !/^[A-Z]{3}-[A-Z]{4}$/.test(sku))).toEqual([]);
});

test('the values of an option have different, short, lower-case codes', () => {
  for (const product of products) {
    expect(repeated(optionsOf(product).map((one) => one.code))).toEqual([]);
    for (const one of optionsOf(product)) {
      const codes = one.values.map((value) => value.code);
      expect(repeated(codes), product.slug).toEqual([]);
      expect(
        codes.every((code) => /^[a-z0-9]{1,6}$/.test(code)),
        product.slug,
      ).toBe(true);
    }
  }
});

test('a parent category exists and stands before its children', () => {
  categories.forEach(({ parent }, at) => {
    const before = categories.slice(0, at).map((one) => one.slug);
    if (parent !== null) expect(before).toContain(parent);
  });
});

test('every product is in a known category without children', () => {
  const parents = new Set(categories.map((one) => one.parent));
  const leaves = categories.map((one) => one.slug).filter((slug) => !parents.has(slug));
  const used = new Set(products.map((one) => one.category));
  expect([...used].sort()).toEqual(leaves.sort());
});

test('every attribute and its value is in the dictionary', () => {
  for (const product of products)
    for (const [code, value] of Object.entries(product.attributes ?? {}))
      expect(attributes[code]?.values, `${product.slug} ${code}`).toHaveProperty([value]);
});

test('every value in the dictionary of attributes is true of some product', () => {
  const used = products.flatMap((one) =>
    Object.entries(one.attributes ?? {}).map(([code, value]) => `${code}:${value}`),
  );
  const known = Object.entries(attributes).flatMap(([code, words]) =>
    Object.keys(words.values).map((value) => `${code}:${value}`),
  );
  expect(known.filter((one) => !used.includes(one))).toEqual([]);
});

test('every Korean text is written in Hangul and every English text is not', () => {
  const dictionary = Object.values(attributes);
  const texts: Text[] = [
    ...categories.flatMap((one) => [one.name, one.description]),
    ...products.flatMap((one) => [one.title, one.description]),
    ...dictionary.map((one) => one.name),
    ...Object.values(optionNames),
    ...Object.values(colourNames),
  ];
  expect(texts.filter(([en]) => HANGUL.test(en))).toEqual([]);
  expect(texts.filter(([, ko]) => !HANGUL.test(ko))).toEqual([]);
});

test('a name of an option or attribute value is in Hangul, or a code such as XL or A5', () => {
  const names = [
    ...products.flatMap((one) => optionValues(one).map((value) => value.name)),
    ...Object.values(attributes).flatMap((one) => Object.values(one.values)),
  ];
  const foreign = names.filter(
    ([en, ko]) => HANGUL.test(en) || (!HANGUL.test(ko) && /[a-z]/.test(ko)),
  );
  expect(foreign).toEqual([]);
});

test('a description is two sentences or more, and no sentence is told twice', () => {
  const both = products.flatMap((one) => one.description);
  expect(both.filter((text) => sentences(text).length < 2)).toEqual([]);
  expect(repeated(both.flatMap(sentences))).toEqual([]);
  expect(repeated(products.flatMap((one) => one.title))).toEqual([]);
});

test('every variant costs and weighs something, in whole units and round won', () => {
  for (const product of products) {
    const amounts = [product.price, ...optionValues(product).flatMap((one) => one.adds ?? [])];
    expect(amounts.flat().every(Number.isInteger), product.slug).toBe(true);
    const won = [product.price[0], ...optionValues(product).map((one) => one.adds?.[0] ?? 0)];
    expect(
      won.every((amount) => amount % 100 === 0),
      product.slug,
    ).toBe(true);
    for (const currency of [0, 1, 2] as const) {
      const cheapest = optionsOf(product)
        .map((one) => Math.min(...one.values.map((value) => value.adds?.[currency] ?? 0)))
        .reduce((sum, least) => sum + least, product.price[currency]);
      expect(cheapest, product.slug).toBeGreaterThan(0);
    }
    const lightest = optionsOf(product)
      .map((one) => Math.min(...one.values.map((value) => value.addsGrams ?? 0)))
      .reduce((sum, least) => sum + least, product.grams);
    expect(lightest, product.slug).toBeGreaterThan(0);
  }
});

test('a list of stock is no longer than the variants it is for, and some are sold out', () => {
  for (const product of products)
    expect(product.stock?.length ?? 0, product.slug).toBeLessThanOrEqual(variantCount(product));
  expect(products.filter((one) => one.stock?.includes(0)).length).toBeGreaterThanOrEqual(10);
});
