import { z } from 'zod';

/** What progressive overrides read from the environment. */
export const overrideEnv = {
  OVERRIDE_LABELS: z
    .string()
    .default('')
    .transform((list) => new Set(list.split(',').flatMap((label) => label.trim() || [])))
    .meta({
      path: 'supergraph.override_labels',
      description:
        'Labels of @override that are on, with commas between; percent(N) needs no naming.',
      list: true,
    }),
} as const;
