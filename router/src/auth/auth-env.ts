import { z } from 'zod';

/** What the pass-through of /auth reads from the environment. */
export const authEnv = {
  AUTH_SUBGRAPH: z.string().min(1).optional().meta({
    path: 'auth.subgraph',
    description:
      'Name of the subgraph whose server gets every request under /auth as it comes; absent: there is no /auth.',
  }),
} as const;
