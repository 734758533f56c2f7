import type { Option, OptionValue, ProductSource, Text } from './catalogue/authoring.ts';
import { attributes, optionNames } from './catalogue/words.ts';
import { productId, variantId } from './ids.ts';
import { hash32 } from './random.ts';
import type { Localized, ProductRecord, VariantRecord } from './records.ts';

const DAY = 86_400_000;
const FIRST_ARRIVAL = Date.parse('2025-03-03T01:00:00.000Z');
const ARRIVAL_DAYS = 590;

export const localized = ([en, ko]: Text): Localized => ({ en, ko });

/**
 * The record of a product: a variant for every combination of option values, first option slowest.
 * Throws Error for an attribute that words.ts does not know.
 */
export function expand(source: ProductSource): ProductRecord {
  const options = source.options ?? [];
  return {
    kind: 'product',
    id: productId(source.slug),
    slug: source.slug,
    categorySlug: source.category,
    brand: source.brand,
    title: localized(source.title),
    description: localized(source.description),
    status: source.draft === true ? 'DRAFT' : 'PUBLISHED',
    tags: [...(source.tags ?? [])],
    createdAt: arrivalOf(source.slug),
    attributes: Object.entries(source.attributes ?? {}).map(([code, value]) =>
      attributeOf(source.slug, code, value),
    ),
    options: options.map(({ code, values }) => ({
      code,
      name: localized(optionNames[code]),
      values: values.map((value) => ({ code: value.code, name: localized(value.name) })),
    })),
    images: imagesOf(source),
    variants: combinations(options).map((chosen, index) => variantOf(source, chosen, index)),
  };
}

/** An hour of the last two years in which the product came into the shop. */
const arrivalOf = (slug: string): string => {
  const hash = hash32(`arrival ${slug}`);
  return new Date(
    FIRST_ARRIVAL + (hash % ARRIVAL_DAYS) * DAY + (hash % 9) * 3_600_000,
  ).toISOString();
};

function attributeOf(slug: string, code: string, value: string) {
  const words = attributes[code];
  const name = words?.values[value];
  if (words === undefined || name === undefined) {
    throw new Error(`${slug}: the attribute ${code}=${value} is not in words.ts.`);
  }
  return { code, name: localized(words.name), value: { code: value, ...localized(name) } };
}

function imagesOf({ motif, palette, title, options }: ProductSource): ProductRecord['images'] {
  const colours = options?.find(({ code }) => code === 'colour');
  const [en, ko] = title;
  if (colours === undefined) return [{ file: `${motif}-${palette}.svg`, alt: { en, ko } }];
  return colours.values.map(({ code, name }) => ({
    file: `${motif}-${code}.svg`,
    alt: { en: `${en}, ${name[0].toLowerCase()}`, ko: `${ko}, ${name[1]}` },
  }));
}

type Choice = readonly { option: Option; value: OptionValue }[];

const combinations = (options: readonly Option[]): Choice[] =>
  options.reduce<Choice[]>(
    (started, option) =>
      started.flatMap((choice) => option.values.map((value) => [...choice, { option, value }])),
    [[]],
  );

function variantOf(source: ProductSource, chosen: Choice, index: number): VariantRecord {
  const sku = [source.sku, ...chosen.map(({ value }) => value.code.toUpperCase())].join('-');
  const price = (place: 0 | 1 | 2) =>
    chosen.reduce((sum, { value }) => sum + (value.adds?.[place] ?? 0), source.price[place]);
  const { stock } = source;
  return {
    id: variantId(sku),
    sku,
    options: Object.fromEntries(chosen.map(({ option, value }) => [option.code, value.code])),
    prices: { KRW: price(0), USD: price(1), EUR: price(2) },
    weightGrams: chosen.reduce((sum, { value }) => sum + (value.addsGrams ?? 0), source.grams),
    stock: stock?.[index % stock.length] ?? plausibleStock(sku),
  };
}

/** One shelf in twelve is empty, one in six nearly so. */
export function plausibleStock(sku: string): number {
  const hash = hash32(`stock ${sku}`);
  const shelf = hash % 12;
  const depth = hash >>> 8;
  if (shelf === 0) return 0;
  if (shelf < 3) return 1 + (depth % 4);
  return 6 + (depth % 75);
}
