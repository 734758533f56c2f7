import type { z } from 'zod';
import { AppError } from './errors.ts';

type Fault = { path: readonly PropertyKey[]; message: string };

/**
 * Checks what a caller sent, and that its texts can be stored at all. Throws BAD_USER_INPUT with
 * every field at fault and why.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const unstorable = [...unstorableTexts(value, [])];
  if (unstorable.length > 0) throw refusal(unstorable);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues);
}

function refusal(faults: readonly Fault[]): AppError {
  const fields = faults.map(({ path, message }) => ({ path: path.join('.'), message }));
  const summary = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  return new AppError('BAD_USER_INPUT', summary.join('; '), { fields });
}

/** PostgreSQL stores neither U+0000 nor half of a surrogate pair. */
function* unstorableTexts(value: unknown, path: readonly PropertyKey[]): Generator<Fault> {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) {
      yield { path, message: 'holds a character that no text may have' };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* unstorableTexts(inner, [...path, key]);
  }
}
