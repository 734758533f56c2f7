import type { CacheMetrics } from './cache-metrics.ts';
import type { Invalidations } from './invalidations.ts';
import type { CacheStore } from './store.ts';
import { type Invalidation, tagsOf } from './tags.ts';

/** Who asked. */
export type Asker = 'admin' | 'event' | 'gap';

export type Invalidator = {
  /** Resolves to how many entries went. */
  readonly drop: (stale: readonly Invalidation[], by: Asker) => Promise<number>;
  readonly clear: (by: Asker) => Promise<number>;
};

/** Drops entries, and keeps what is under way from coming back as it was. */
export function invalidator(options: {
  store: CacheStore;
  invalidations: Invalidations;
  metrics: Pick<CacheMetrics, 'invalidated'>;
}): Invalidator {
  const { store, invalidations, metrics } = options;
  const counted = (count: number, by: Asker): number => {
    metrics.invalidated.inc({ by }, count);
    return count;
  };
  return {
    drop: async (stale, by) => {
      const tags = [...new Set(stale.flatMap((each) => [...tagsOf(each)]))];
      invalidations.note(tags);
      return counted(await store.drop(tags), by);
    },
    clear: async (by) => {
      invalidations.noteAll();
      return counted(await store.clear(), by);
    },
  };
}
