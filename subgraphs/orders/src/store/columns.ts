import { CURRENCIES, type Currency } from '@souk/contracts/money';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { bigint, text, timestamp } from 'drizzle-orm/pg-core';

/** Minor units. */
export const amount = (name: string) => bigint(name, { mode: 'number' }).notNull();

export const currency = () => text('currency').$type<Currency>().notNull();

export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3 }).notNull();

const literals = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(', '));

export const oneOf = (column: AnyColumn, values: readonly string[]): SQL =>
  sql`${column} in (${literals(values)})`;

export const knownCurrency = (column: AnyColumn): SQL => oneOf(column, Object.keys(CURRENCIES));
