import { z } from 'zod';
import { VARIANT } from '../registry/move.ts';

const milliseconds = (byDefault: number) => z.coerce.number().int().min(100).default(byDefault);

/** Where the supergraph comes from, as the environment says. */
export const supergraphEnv = {
  SUPERGRAPH_FILE: z.string().min(1).optional().meta({
    path: 'supergraph.file',
    description: 'File of the supergraph, watched; by default that of the router.',
  }),
  SUPERGRAPH_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      path: 'supergraph.url',
      description: 'Address that the supergraph is polled at, in place of a file.',
    }),
  SUPERGRAPH_REGISTRY: z.string().min(1).optional().meta({
    path: 'supergraph.registry',
    description:
      'Registry that the supergraph is followed in, in place of a file: a directory or postgres:// URL.',
  }),
  SUPERGRAPH_VARIANT: z.string().regex(VARIANT, 'no name of a variant').default('production').meta({
    path: 'supergraph.variant',
    description: 'Which variant of that registry is followed.',
  }),
  SUPERGRAPH_CONTRACT: z.string().min(1).optional().meta({
    path: 'supergraph.contract',
    description: 'Which contract of that variant is served; absent: the whole graph.',
  }),
  SUPERGRAPH_AUTHORIZATION: z
    .string()
    .regex(/^[\x20-\x7e]+$/, 'not a header value')
    .optional()
    .meta({
      path: 'supergraph.authorization',
      description: 'Authorization header of its requests; better given by the environment.',
      secret: true,
    }),
  SUPERGRAPH_CACHE_FILE: z.string().min(1).optional().meta({
    path: 'supergraph.cache_file',
    description:
      'File that the last good supergraph from an address or registry is kept in, for starts while that is away; absent: it is not kept.',
  }),
  SUPERGRAPH_POLL_MS: milliseconds(10_000).meta({
    path: 'supergraph.poll_ms',
    description: 'Milliseconds between polls, give or take a tenth.',
  }),
  SUPERGRAPH_TIMEOUT_MS: milliseconds(10_000).meta({
    path: 'supergraph.timeout_ms',
    description: 'Milliseconds after which a poll is given up, its body included.',
  }),
  SUPERGRAPH_MAX_POLL_MS: milliseconds(300_000).meta({
    path: 'supergraph.max_poll_ms',
    description: 'Milliseconds between polls at most, as failures double the pause.',
  }),
  SUPERGRAPH_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(32 * 1_048_576)
    .meta({
      path: 'supergraph.max_bytes',
      description: 'Bytes of a supergraph from that address; 33554432 is 32 MiB.',
    }),
} as const;

export type SupergraphConfig = z.output<z.ZodObject<typeof supergraphEnv>>;
