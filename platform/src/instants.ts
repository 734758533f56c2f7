import { z } from 'zod';

/** PostgreSQL has no year 0; RFC 3339 has none beyond 9999. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

const isKnown = (at: Date): boolean => at.getTime() >= FIRST && at.getTime() <= LAST;

/** What a caller sends as DateTime (RFC 3339, any offset), as a Date that can be stored. */
export const Instant = z.iso
  .datetime({ offset: true, error: 'is not an RFC 3339 instant' })
  .transform((text) => new Date(text))
  .refine(isKnown, 'is before the year 1 or after the year 9999');

/** An instant inside a cursor, exactly as `Date.toISOString` writes it. */
export const CursorInstant = z.iso
  .datetime({ precision: 3 })
  .refine((text) => isKnown(new Date(text)));
