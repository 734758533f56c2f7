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
  /** A query's fetch is given up after this; retries and hedges are included. */
  queryDeadlineMs: milliseconds(1_000),
  mutationDeadlineMs: milliseconds(10_000),
  /** A connection that is not open by then counts as refused. */
  connectTimeoutMs: milliseconds(500),
  /** An unused connection is closed after this. */
  keepAliveMs: milliseconds(30_000),
  /** Connections to one instance. */
  connections: count(64),
  /** Requests on one connection at once; 1: no pipelining. Plain HTTP only. */
  pipelining: count(8),
  /** Bytes of one answer. */
  maxResponseBytes: count(64 * 1_048_576),
  /** Fetches under way at once. */
  maxInFlight: count(512),
  /** Fetches that may wait, within their deadline, for one of those to end. */
  maxQueued: z.number().int().min(0).default(512),
  /** How often a query is sent again, other instances first. Mutations never are. */
  retries: z.number().int().min(0).default(2),
  /** Pause before the first retry, doubled for each further one, with full jitter. */
  backoffMs: milliseconds(20),
  /** Retries and hedges are at most this share of all fetches … */
  retryShare: share(0.2),
  /** … once this many have been used up. */
  retryReserve: count(100),
  /**
   * When a query that has no answer yet is sent to another instance, too: after half of its deadline,
   * after as long as 19 of 20 queries take, or never.
   */
  hedge: z.enum(['half', 'p95', 'off']).default('half'),
  /** Whether the same query, with the same headers, is sent once while it is under way. */
  deduplicate: z.boolean().default(true),
  /** Failures in a row after which an instance gets no traffic for a while. */
  ejectAfter: count(3),
  /** For how long at first; doubled each time. */
  ejectMs: milliseconds(500),
  maxEjectMs: milliseconds(2_000),
  /** If fewer than this share of the instances would be left, ejections do not count. */
  panicShare: share(0.3),
  /** Failed fetches in a row after which nobody is asked for a while. */
  breakAfter: count(8),
  /** The same for this share of the fetches of the last ten seconds, if there were `breakMinimum`. */
  breakShare: share(0.5),
  breakMinimum: count(20),
  /** Three in a row are enough after so long without an answer. */
  breakSilenceMs: milliseconds(2_000),
  /** For how long at first; doubled each time that the one query that may pass then fails. */
  breakMs: milliseconds(500),
  maxBreakMs: milliseconds(2_000),
  /** Headers sent with every fetch, in place of a client's of the same name. */
  insertHeaders: headers,
  /** Headers that this subgraph does not get, such as `authorization`. */
  withholdHeaders: z.array(header).default([]),
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
  all: One.prefault({}),
  subgraphs: z.record(z.string(), Override).default({}),
  /** Headers of clients that subgraphs get, besides those that they always get. */
  forwardHeaders: z.array(header).default([]),
  /**
   * Headers that no subgraph's answer depends on: queries that differ in them only are the same. Add
   * `x-forwarded-for` where no subgraph looks at addresses.
   */
  irrelevantHeaders: z.array(header).default(['x-request-id', 'traceparent', 'tracestate']),
});

export type TransportConfig = z.output<typeof TransportConfig>;

export const configOf = (config: TransportConfig, subgraph: string): SubgraphTransportConfig => ({
  ...config.all,
  ...(Object.fromEntries(
    Object.entries(config.subgraphs[subgraph] ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<SubgraphTransportConfig>),
});
