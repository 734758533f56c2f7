import { expect, test } from 'vitest';
import type { ProductSource } from './catalogue/authoring.ts';
import { colours, option, value } from './catalogue/words.ts';
import { expand, plausibleStock } from './expand.ts';

const mug: ProductSource = {
  slug: 'mug',
  sku: 'MUG',
  category: 'tableware',
  brand: 'Kiln',
  title: ['Mug', '머그'],
  description: ['A mug.', '머그입니다.'],
  price: [10_000, 800, 700],
  grams: 300,
  motif: 'mug',
  palette: 'ink',
  options: [
    colours('ink', 'sage'),
    option(
      'volume',
      value('280', '280 ml', '280밀리리터'),
      value('400', '400 ml', '400밀리리터', [2_000, 150, 140], 70),
    ),
  ],
  stock: [5, 0],
};

test('there is a variant for every combination of option values', () => {
  const skus = expand(mug).variants.map(({ sku }) => sku);
  expect(skus).toEqual(['MUG-INK-280', 'MUG-INK-400', 'MUG-SAGE-280', 'MUG-SAGE-400']);
});

test('a value adds to the price in every currency and to the weight', () => {
  const [small, large] = expand(mug).variants;
  expect(small).toMatchObject({ prices: { KRW: 10_000, USD: 800, EUR: 700 }, weightGrams: 300 });
  expect(large).toMatchObject({ prices: { KRW: 12_000, USD: 950, EUR: 840 }, weightGrams: 370 });
});

test('a stock list that is too short starts over', () => {
  expect(expand(mug).variants.map(({ stock }) => stock)).toEqual([5, 0, 5, 0]);
});

test('there is a picture for each colour, with a text in both languages', () => {
  expect(expand(mug).images).toEqual([
    { file: 'mug-ink.svg', alt: { en: 'Mug, ink', ko: '머그, 먹빛' } },
    { file: 'mug-sage.svg', alt: { en: 'Mug, sage', ko: '머그, 세이지' } },
  ]);
});

test('a product without options has one variant and one picture', () => {
  const { options: _, ...plain } = mug;
  const { variants, images } = expand(plain);
  expect(variants.map(({ sku, options }) => ({ sku, options }))).toEqual([
    { sku: 'MUG', options: {} },
  ]);
  expect(images).toEqual([{ file: 'mug-ink.svg', alt: { en: 'Mug', ko: '머그' } }]);
});

test('an attribute without words is refused', () => {
  expect(() => expand({ ...mug, attributes: { material: 'moonstone' } })).toThrow(
    'material=moonstone',
  );
});

test('made-up stock has empty, scarce and full shelves', () => {
  const stocks = Array.from({ length: 300 }, (_, index) => plausibleStock(`SKU-${index}`));
  const share = (suits: (stock: number) => boolean) => stocks.filter(suits).length / stocks.length;
  expect(share((stock) => stock === 0)).toBeGreaterThan(0.04);
  expect(share((stock) => stock > 0 && stock < 5)).toBeGreaterThan(0.08);
  expect(share((stock) => stock >= 6)).toBeGreaterThan(0.6);
});
