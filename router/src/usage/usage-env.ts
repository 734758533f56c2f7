import { z } from 'zod';

const header = z
  .string()
  .regex(/^[\w-]+$/, 'the name of a header')
  .transform((name) => name.toLowerCase());

/** What the record of operations reads from the environment. */
export const usageEnv = {
  USAGE_DIR: z.string().min(1).optional().meta({
    path: 'usage.directory',
    description:
      'Where to write which operations which clients sent, a file for each instance. Values are left out. Without it and a secret nothing is recorded.',
  }),
  USAGE_FLUSH_MS: z.coerce.number().int().min(100).default(60_000).meta({
    path: 'usage.flush_ms',
    description: 'Milliseconds between two writes of that file.',
  }),
  USAGE_MAX_OPERATIONS: z.coerce.number().int().min(1).default(10_000).meta({
    path: 'usage.max_operations',
    description: 'Operations of clients that are recorded; more are counted as dropped.',
  }),
  USAGE_SECRET: z.string().min(16).optional().meta({
    path: 'usage.secret',
    description:
      'What GET /usage has to bring as a bearer token; without it there is no such path.',
  }),
  CLIENT_NAME_HEADER: header.default('apollographql-client-name').meta({
    path: 'usage.client_name_header',
    description: "The header with a client's name.",
    default: 'apollographql-client-name',
  }),
  CLIENT_VERSION_HEADER: header.default('apollographql-client-version').meta({
    path: 'usage.client_version_header',
    description: "The header with a client's version.",
    default: 'apollographql-client-version',
  }),
} as const;
