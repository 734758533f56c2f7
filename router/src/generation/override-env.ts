import { z } from 'zod';

/** What progressive overrides read from the environment. */
export const overrideEnv = {
  /** Labels of `@override` that are on, with commas between them. `percent(N)` needs no naming. */
  OVERRIDE_LABELS: z
    .string()
    .default('')
    .transform((list) => new Set(list.split(',').flatMap((label) => label.trim() || []))),
} as const;
