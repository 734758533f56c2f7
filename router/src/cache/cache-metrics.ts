import type { Metrics } from '@souk/platform/metrics';
import { Counter, Gauge } from 'prom-client';

export type CacheMetrics = ReturnType<typeof cacheMetrics>;

/** What the entity cache does, by subgraph. */
export function cacheMetrics({ registry }: Metrics) {
  const registers = [registry];
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ['subgraph'] as const, registers });
  return {
    hits: counter('router_cache_hits_total', 'Entities and root answers that were known.'),
    misses: counter('router_cache_misses_total', 'Entities and root answers that were fetched.'),
    stored: counter('router_cache_stored_total', 'Entities and root answers that were kept.'),
    stale: counter(
      'router_cache_overtaken_total',
      'Answers not kept because they were invalidated while they were under way.',
    ),
    evicted: new Counter({
      name: 'router_cache_evicted_total',
      help: 'Entries that left for want of room.',
      registers,
    }),
    invalidated: new Counter({
      name: 'router_cache_invalidated_total',
      help: 'Entries that were dropped, by what asked for it.',
      labelNames: ['by'] as const,
      registers,
    }),
    redisFailures: new Counter({
      name: 'router_cache_redis_failures_total',
      help: 'Commands that Redis did not answer, or not in time.',
      registers,
    }),
    watch: (read: () => { entries: number; bytes: number }) => {
      const gauge = (name: string, help: string, key: 'entries' | 'bytes') =>
        new Gauge({
          ...{ name, help, registers },
          collect() {
            this.set(read()[key]);
          },
        });
      gauge('router_cache_entries', 'Entries in this process.', 'entries');
      gauge('router_cache_bytes', 'Bytes of entries in this process, roughly.', 'bytes');
    },
  };
}
