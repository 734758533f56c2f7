import { BUS_ADDRESS } from '@souk/platform/bus/protocol';
import { z } from 'zod';
import { json } from '../config/json-text.ts';

const seconds = z.number().min(0).max(31_536_000);
const ofSubgraph = z.strictObject({
  enabled: z.boolean().optional(),
  defaultTtlSeconds: seconds.optional(),
  maxTtlSeconds: seconds.optional(),
});
const OfSubgraphs = z.record(z.string(), ofSubgraph);

/** Which event of which topic makes which entities stale; keys from the event's data. */
const rule = z.strictObject({
  topic: z.string().min(1),
  type: z.string().min(1),
  drops: z
    .array(
      z.strictObject({
        type: z.string().min(1),
        key: z.record(z.string(), z.string().min(1)).optional(),
      }),
    )
    .min(1),
});
const Rules = z.array(rule);

export type CacheRules = z.output<typeof OfSubgraphs>;
export type EventRule = z.output<typeof rule>;

/** What the entity cache reads from the environment. */
export const cacheEnv = {
  CACHE: z.stringbool().default(false).meta({
    path: 'cache.enabled',
    description:
      'Whether what subgraphs call public in Cache-Control is kept; by default it is not.',
  }),
  CACHE_MAX_BYTES: z.coerce.number().int().min(65_536).default(67_108_864).meta({
    path: 'cache.max_bytes',
    description: 'Bytes that this process keeps, the least recently used leaving first; 64 MiB.',
  }),
  CACHE_SUBGRAPHS: json('{}', OfSubgraphs).meta({
    path: 'cache.subgraphs',
    description:
      'By name of a subgraph whether and for how many seconds its answers are kept; in the environment JSON.',
    json: OfSubgraphs,
    default: {},
  }),
  CACHE_REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .meta({
      path: 'cache.redis.url',
      description: 'A Redis that all routers keep their entries in; without it each has its own.',
    }),
  CACHE_REDIS_DEADLINE_MS: z.coerce.number().int().min(1).default(20).meta({
    path: 'cache.redis.deadline_ms',
    description: 'Milliseconds that Redis is waited for before the subgraph is asked instead; 20.',
  }),
  CACHE_BUS_URL: z.string().regex(BUS_ADDRESS).optional().meta({
    path: 'cache.events.bus_url',
    description: 'The bus whose events drop entries at once; without it they go by their age only.',
  }),
  CACHE_EVENTS: json('[]', Rules).meta({
    path: 'cache.events.rules',
    description:
      'Which event drops which entities, their keys named by fields of its data; in the environment JSON.',
    json: Rules,
    default: [],
  }),
  CACHE_INVALIDATION_SECRET: z.string().min(16).optional().meta({
    path: 'cache.invalidation_secret',
    description:
      'What POST /cache/invalidate has to bring as a bearer token; without it there is no such path.',
  }),
} as const;
