import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import { z } from 'zod';
import type { Localized } from './localized.ts';
import { Code, type Option } from './product.ts';

/** Prices above this do not fit the 32-bit integers of GraphQL and of the database. */
const MAX_MINOR_UNITS = 2_000_000_000;

const minorUnits = z.int().min(1).max(MAX_MINOR_UNITS);

/** A price in every currency of the shop, minor units, tax included. */
export const Prices = z.object({ KRW: minorUnits, USD: minorUnits, EUR: minorUnits });
export type Prices = Record<Currency, number>;

const Sku = z
  .string()
  .max(64)
  .regex(/^[A-Z0-9]+([-.][A-Z0-9]+)*$/, 'must be capitals and digits, joined by hyphens or dots');

export const NewVariant = z.object({
  sku: Sku,
  options: z.record(Code, Code),
  prices: Prices,
  weightGrams: z.int().min(1).max(1_000_000),
});
export type NewVariant = z.output<typeof NewVariant>;

export type Variant = {
  id: string;
  productId: string;
  sku: string;
  position: number;
  options: Record<string, string>;
  title: Localized;
  prices: Prices;
  weightGrams: number;
  stock: number;
  reserved: number;
  version: number;
};

const bad = (message: string) => new AppError('BAD_USER_INPUT', message, { argument: 'options' });

/**
 * The options of a variant in words, in the order of the product's options: "Large / Ink".
 * Throws BAD_USER_INPUT unless exactly one known value is chosen for each option.
 */
export function variantTitle(
  options: readonly Option[],
  chosen: Record<string, string>,
): Localized {
  const unknown = Object.keys(chosen).find((code) => !options.some((each) => each.code === code));
  if (unknown !== undefined) throw bad(`The product has no option ${unknown}.`);
  const names = options.map(({ code, values }) => {
    const value = values.find((each) => each.code === chosen[code]);
    if (value === undefined) throw bad(`Choose a value of the product's option ${code}.`);
    return value.name;
  });
  return {
    en: names.map(({ en }) => en).join(' / '),
    ko: names.map(({ ko }) => ko).join(' / '),
  };
}
