import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Config } from '../config.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import { FORWARDED } from '../transport/headers.ts';
import type { CacheRules } from './cache-env.ts';
import { cacheMetrics } from './cache-metrics.ts';
import { type CacheOfRequest, entityCache } from './entity-cache.ts';
import { followEvents } from './follow-events.ts';
import type { FreshnessRules } from './freshness.ts';
import { invalidateRoute } from './invalidate-route.ts';
import { invalidations } from './invalidations.ts';
import { invalidator } from './invalidator.ts';
import { memoryStore } from './memory-store.ts';
import { redisStore } from './redis-store.ts';

export type Cache = {
  readonly ofRequest: CacheOfRequest;
  /** Its admin endpoint; null where no secret is configured. */
  readonly routes: AddRoutes | null;
  readonly close: () => Promise<void>;
};

/** Opens the entity cache and follows the events that drop entries. Null: it is off. */
export async function openCache(
  config: Config,
  { metrics: all, log }: { metrics: Metrics; log: Logger },
): Promise<Cache | null> {
  if (!config.CACHE) return null;
  const metrics = cacheMetrics(all);
  const under = invalidations();
  const memory = memoryStore({
    maxBytes: config.CACHE_MAX_BYTES,
    now: Date.now,
    onEvicted: () => metrics.evicted.inc(),
  });
  metrics.watch(memory.size);
  const store =
    config.CACHE_REDIS_URL === undefined
      ? memory
      : redisStore(config.CACHE_REDIS_URL, {
          deadlineMs: config.CACHE_REDIS_DEADLINE_MS,
          now: Date.now,
          onFailure: () => metrics.redisFailures.inc(),
          log,
        });
  const dropper = invalidator({ store, invalidations: under, metrics });
  const secret = config.CACHE_INVALIDATION_SECRET;
  const followed = await followEvents(config, dropper, log);
  return {
    ofRequest: entityCache({
      store,
      invalidations: under,
      rulesOf: rulesBy(config.CACHE_SUBGRAPHS),
      forwarded: [...FORWARDED, ...config.TRANSPORT.forwardHeaders],
      metrics,
      now: Date.now,
    }),
    routes: secret === undefined ? null : invalidateRoute({ secret, ...dropper }),
    close: async () => {
      await followed.close();
      await store.close();
    },
  };
}

const DAY = 86_400;

function rulesBy(subgraphs: CacheRules): (service: string) => FreshnessRules | null {
  const known = new Map<string, FreshnessRules | null>();
  const rulesOf = (service: string): FreshnessRules | null => {
    const { enabled = true, defaultTtlSeconds = 0, maxTtlSeconds = DAY } = subgraphs[service] ?? {};
    return enabled ? { defaultTtl: defaultTtlSeconds, maxTtl: maxTtlSeconds } : null;
  };
  return (service) => {
    const found = known.get(service) ?? rulesOf(service);
    known.set(service, found);
    return found;
  };
}
