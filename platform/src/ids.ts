import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { AppError } from './errors.ts';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A new UUIDv7 (RFC 9562 §5.7): unique, and sorted by time of creation. */
export const newId = (): string => v7();

/** A UUIDv7 that depends on nothing but its arguments: for what is made up the same way every time. */
export const idFrom = (name: string, at: Date): string =>
  v7({
    msecs: at.getTime(),
    random: createHash('sha256').update(name).digest().subarray(0, 16),
  });

export const isId = (value: string): boolean => SHAPE.test(value);

/** Throws BAD_USER_INPUT, naming `what`, when the value is not a UUID. */
export function parseId(value: string, what: string): string {
  if (isId(value)) return value.toLowerCase();
  throw new AppError('BAD_USER_INPUT', `${what} is not a valid id.`, { argument: what });
}
