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

/** What the door reads from the environment. */
export const doorEnv = {
  /** Origins that may ask from a browser, with commas between them; `*`: any. */
  CORS_ORIGINS: z.string().min(1).default('*'),
  /** Whether browsers may send credentials along; not with any origin. */
  CORS_CREDENTIALS: z.stringbool().default(false),
  /** Bytes of a request's body. */
  MAX_BODY_BYTES: z.coerce.number().int().min(1).default(MEBIBYTE),
  /** Operations in one request; 0: no batches. */
  MAX_BATCH: z.coerce.number().int().min(0).max(1_000).default(0),
  /** Automatic persisted queries: clients register a text once and then send its hash. */
  PERSISTED_QUERIES: z.stringbool().default(true),
  /** A manifest of trusted documents: Apollo's format, or a map of ids to texts; watched. */
  TRUSTED_DOCUMENTS_FILE: z.string().min(1).optional(),
  /** `optional`; `enforced`: nothing else is executed; `ids`: and that only by id. */
  TRUSTED_DOCUMENTS: z.enum(['optional', 'enforced', 'ids']).default('optional'),
  /** Root fields a second that one identity may ask for; absent: no limit. */
  RATE_LIMIT_PER_SECOND: z.coerce.number().positive().optional(),
  /** Root fields that it may ask for at once; by default ten seconds' worth. */
  RATE_LIMIT_BURST: z.coerce.number().int().min(1).optional(),
  /** Whose X-Forwarded-For is believed: a number of proxies in front, or their networks. */
  TRUST_PROXY: trustProxy,
  /** Milliseconds that keep-alive clients have while draining to ask once more. */
  DRAIN_IDLE_MS: z.coerce.number().int().min(0).default(250),
} as const;
