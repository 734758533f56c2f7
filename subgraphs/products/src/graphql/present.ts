import type { Currency } from '@souk/contracts/money';
import { AppError } from '@souk/platform/errors';
import {
  type Connection,
  connection,
  decodeCursor,
  pageArgs,
  TimeCursor,
} from '@souk/platform/paging';
import type { TimePage, VariantRow } from '../domain/rows.ts';

/** RFC 3339 in UTC, out of PostgreSQL's notation. */
export const instant = (written: string): string => new Date(written).toISOString();

const PRICE = { KRW: 'priceKrw', USD: 'priceUsd', EUR: 'priceEur' } as const;

export const priceOf = (variant: VariantRow, currency: Currency) => ({
  amount: variant[PRICE[currency]],
  currency,
});

/** A page of what happened, latest first. */
export async function timeline<Row extends { id: string }>(
  args: { first?: number | null | undefined; after?: string | null | undefined },
  read: (page: TimePage) => Promise<Row[]>,
  at: (row: Row) => string,
): Promise<Connection<Row>> {
  const page = pageArgs(args);
  const before = page.after === null ? null : decodeCursor(page.after, TimeCursor);
  const rows = await read({ first: page.first, before });
  return connection(rows, page, (row) => [instant(at(row)), row.id]);
}

/** What stands once for each key. Throws BAD_USER_INPUT when a key stands twice. */
export function keyed<Value>(
  entries: readonly (readonly [key: string, value: Value])[],
  argument: string,
): Record<string, Value> {
  const keys = new Set(entries.map(([key]) => key));
  if (keys.size < entries.length) {
    throw new AppError('BAD_USER_INPUT', `${argument}: something stands twice.`, { argument });
  }
  return Object.fromEntries(entries);
}
