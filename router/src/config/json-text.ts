import { z } from 'zod';

/** JSON in an environment variable, read by a schema; `empty` is the text of the default. */
export const json = <Schema extends z.ZodType>(empty: string, schema: Schema) =>
  z
    .string()
    .default(empty)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
