import { z } from 'zod';

/** What the REST routes read from the environment. */
export const restEnv = {
  REST_DIR: z.string().min(1).optional().meta({
    path: 'rest.directory',
    description:
      'Folder with routes.yaml and the GraphQL documents of the routes under /rest; absent: there is no /rest and no /docs.',
  }),
  REST_DOCS: z.stringbool().default(true).meta({
    path: 'rest.docs',
    description: 'Whether people can read the routes at /docs; by default they can.',
  }),
} as const;
