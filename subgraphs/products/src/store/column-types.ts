import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Lexemes with positions and weights, in PostgreSQL's own notation: `'mug':1A`. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Text that sorts by code point, the same on every machine, so that cursors stay true. */
export const sortKey = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

/** An instant as PostgreSQL writes it; only who asks for it pays for parsing. */
export const instant = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
