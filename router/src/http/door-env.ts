import { z } from 'zod';

const MEBIBYTE = 1_048_576;
const list = (text: string) => text.split(',').map((each) => each.trim());

const NETWORK = /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)$/i;

const trustProxy = z
  .string()
  .refine((text) => /^\d{1,3}$/.test(text) || list(text).every((each) => NETWORK.test(each)), {
    error: 'a number of proxies, or addresses and networks with commas between them',
  })
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : list(text)))
  .optional();

/** As browsers write it: scheme and host in lower case, a port where it is not the usual one. */
const ORIGIN = /^([a-z][a-z\d+.-]*:\/\/[^\sA-Z/?#@*]+|null)$/;

const corsOrigins = z
  .string()
  .refine((text) => text === '*' || list(text).every((each) => ORIGIN.test(each)), {
    error: '* alone, or origins such as https://shop.example, in lower case and without a path',
  });

/** What the door reads from the environment. */
export const doorEnv = {
  CORS_ORIGINS: corsOrigins.default('*').meta({
    path: 'cors.origins',
    description: 'Origins that may ask from a browser, with commas between; * is any.',
    list: true,
  }),
  CORS_CREDENTIALS: z.stringbool().default(false).meta({
    path: 'cors.credentials',
    description: 'Whether browsers may send credentials along; only with origins that are named.',
  }),
  MAX_BODY_BYTES: z.coerce.number().int().min(1).default(MEBIBYTE).meta({
    path: 'limits.max_body_bytes',
    description: 'Bytes of the body of a request; 1048576 is one mebibyte.',
  }),
  MAX_BATCH: z.coerce.number().int().min(0).max(1_000).default(0).meta({
    path: 'limits.max_batch',
    description: 'Operations in one request; 0 refuses batches.',
  }),
  PERSISTED_QUERIES: z.stringbool().default(true).meta({
    path: 'persisted_queries.automatic',
    description: 'Whether clients may register a text and then send its hash alone.',
  }),
  TRUSTED_DOCUMENTS_FILE: z.string().min(1).optional().meta({
    path: 'persisted_queries.trusted_documents_file',
    description:
      "Manifest of trusted documents, watched: Apollo's format, or a map of ids to texts.",
  }),
  TRUSTED_DOCUMENTS: z.enum(['optional', 'enforced', 'ids']).default('optional').meta({
    path: 'persisted_queries.trusted_documents',
    description:
      'Whether trusted documents are optional, the only ones (enforced), or those only and by id (ids).',
  }),
  RATE_LIMIT_PER_SECOND: z.coerce.number().positive().optional().meta({
    path: 'limits.rate_per_second',
    description: 'Root fields a second that one identity may ask for; absent: no limit.',
  }),
  RATE_LIMIT_BURST: z.coerce.number().int().min(1).optional().meta({
    path: 'limits.rate_burst',
    description:
      "Root fields that one identity may ask for at once; by default ten seconds' worth.",
  }),
  RATE_LIMIT_COST_PER_TOKEN: z.coerce.number().positive().default(100).meta({
    path: 'limits.rate_cost_per_token',
    description:
      'Estimated cost that counts as one root field for these rates, where demand control is on and that is more.',
  }),
  TRUST_PROXY: trustProxy.meta({
    path: 'server.trust_proxy',
    description:
      'Whose X-Forwarded-For is believed: a number of proxies in front, or their networks with commas between; absent: nobody.',
    list: true,
  }),
  DRAIN_IDLE_MS: z.coerce.number().int().min(0).default(250).meta({
    path: 'server.drain_idle_ms',
    description: 'Milliseconds that keep-alive clients have while draining to ask once more.',
  }),
} as const;
