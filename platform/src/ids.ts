import { v7 } from 'uuid';
import { AppError } from './errors.ts';

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A new UUIDv7 (RFC 9562 §5.7): unique, and sorted by time of creation. */
export const newId = (): string => v7();

export const isId = (value: string): boolean => SHAPE.test(value);

/** Throws BAD_USER_INPUT, naming `what`, when the value is not a UUID. */
export function parseId(value: string, what: string): string {
  if (isId(value)) return value.toLowerCase();
  throw new AppError('BAD_USER_INPUT', `${what} is not a valid id.`, { argument: what });
}
