import { z } from 'zod';

const milliseconds = (byDefault: number) => z.number().int().positive().default(byDefault);
const count = (byDefault: number) => z.number().int().min(1).default(byDefault);
const share = (byDefault: number) => z.number().min(0).max(1).default(byDefault);
const header = z
  .string()
  .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'not a header name')
  .toLowerCase();
const headers = z
  .record(header, z.string().regex(/^[\t\x20-\x7e]*$/, 'not a header value'))
  .default({});

/** How one subgraph is asked. Every key has a default. */
const fields = {
  queryDeadlineMs: milliseconds(1_000).describe(
    'Milliseconds after which the fetch of a query is given up; retries and hedges are included.',
  ),
  mutationDeadlineMs: milliseconds(10_000).describe(
    'Milliseconds after which the fetch of a mutation is given up.',
  ),
  connectTimeoutMs: milliseconds(500).describe(
    'Milliseconds after which a connection that is not open counts as refused.',
  ),
  keepAliveMs: milliseconds(30_000).describe(
    'Milliseconds after which an unused connection is closed.',
  ),
  connections: count(64).describe('Connections to one instance.'),
  pipelining: count(8).describe(
    'Requests on one connection at once, plain HTTP only; 1: no pipelining.',
  ),
  maxResponseBytes: count(64 * 1_048_576).describe('Bytes of one answer.'),
  maxInFlight: count(512).describe('Fetches under way at once.'),
  maxQueued: z
    .number()
    .int()
    .min(0)
    .default(512)
    .describe('Fetches that may wait, within their deadline, for one of those to end.'),
  retries: z
    .number()
    .int()
    .min(0)
    .default(2)
    .describe('How often a query is sent again, to other instances first; mutations never are.'),
  backoffMs: milliseconds(20).describe(
    'Milliseconds before the first retry, doubled for each further one, with full jitter.',
  ),
  retryShare: share(0.2).describe(
    'Share of all fetches that retries and hedges may be, once the reserve is used up.',
  ),
  retryReserve: count(100).describe('Retries and hedges that are free before that share counts.'),
  hedge: z
    .enum(['half', 'p95', 'off'])
    .default('half')
    .describe(
      'When a query without an answer is sent to another instance, too: after half of its deadline, after as long as 19 of 20 queries take (p95), or never (off).',
    ),
  deduplicate: z
    .boolean()
    .default(true)
    .describe('Whether the same query, with the same headers, is sent once while it is under way.'),
  ejectAfter: count(3).describe(
    'Failures in a row after which an instance gets no traffic for a while.',
  ),
  ejectMs: milliseconds(500).describe('Milliseconds of that at first, doubled each time.'),
  maxEjectMs: milliseconds(2_000).describe('Milliseconds of that at most.'),
  panicShare: share(0.3).describe(
    'Share of the instances; if fewer would be left, ejections do not count.',
  ),
  breakAfter: count(8).describe('Failed fetches in a row after which nobody is asked for a while.'),
  breakShare: share(0.5).describe(
    'Share of failed fetches in the last ten seconds that has the same effect.',
  ),
  breakMinimum: count(20).describe(
    'Fetches in the last ten seconds without which that share does not count.',
  ),
  breakSilenceMs: milliseconds(2_000).describe(
    'Milliseconds without an answer after which three failures in a row are enough.',
  ),
  breakMs: milliseconds(500).describe(
    'Milliseconds that the circuit stays open at first, doubled each time that the query that may pass then fails.',
  ),
  maxBreakMs: milliseconds(2_000).describe('Milliseconds that it stays open at most.'),
  insertHeaders: headers.describe(
    "Headers sent with every fetch, in place of a client's of the same name.",
  ),
  withholdHeaders: z
    .array(header)
    .default([])
    .describe('Headers that this subgraph does not get, such as authorization.'),
} as const;

const One = z.strictObject(fields);
/** Only what differs: no defaults. */
const Override = z.strictObject(
  Object.fromEntries(
    Object.entries(fields).map(([key, type]) => [key, type.unwrap().optional()]),
  ) as { [Key in keyof typeof fields]: z.ZodOptional<ReturnType<(typeof fields)[Key]['unwrap']>> },
);

export type SubgraphTransportConfig = z.output<typeof One>;

/** How subgraphs are asked: what holds for all, and by subgraph name what is different there. */
export const TransportConfig = z.strictObject({
  all: One.prefault({}).describe('What holds for all subgraphs.'),
  subgraphs: z
    .record(z.string(), Override)
    .default({})
    .describe('By name of a subgraph what is different there: the same keys.'),
  forwardHeaders: z
    .array(header)
    .default([])
    .describe('Headers of clients that subgraphs get, besides those that they always get.'),
  irrelevantHeaders: z
    .array(header)
    .default(['x-request-id', 'traceparent', 'tracestate'])
    .describe(
      'Headers that no subgraph looks at for its answer: queries that differ in them only are the same. Add x-forwarded-for where no subgraph looks at addresses.',
    ),
});

export type TransportConfig = z.output<typeof TransportConfig>;

export const configOf = (config: TransportConfig, subgraph: string): SubgraphTransportConfig => ({
  ...config.all,
  ...(Object.fromEntries(
    Object.entries(config.subgraphs[subgraph] ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<SubgraphTransportConfig>),
});
