import type { z } from 'zod';
import { AppError } from './errors.ts';

/** Checks what a caller sent. Throws BAD_USER_INPUT with every field at fault and why. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  const summary = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message));
  throw new AppError('BAD_USER_INPUT', summary.join('; '), { fields });
}
