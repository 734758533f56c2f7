import { createHash } from 'node:crypto';
import type { EntityCache, SubgraphAnswer, Visit } from '../execute/request.ts';
import type { Generation } from '../generation/generation.ts';
import type { RequestScope } from '../http/scope.ts';
import type { CompiledFetch } from '../plan/compiled.ts';
import { type AnswerFreshness, limitFreshness } from './answer-freshness.ts';
import type { CacheMetrics } from './cache-metrics.ts';
import { type CacheableFetch, cacheableFetches } from './cacheable-fetch.ts';
import { type FreshnessRules, freshnessOf, variesBy } from './freshness.ts';
import type { Invalidations } from './invalidations.ts';
import { settledBy } from './settled-by.ts';
import type { CacheStore, Found, TaggedEntry } from './store.ts';
import { type UnderWay, underWay } from './under-way.ts';

/** The cache as one request sees it. */
export type CacheOfRequest = (
  generation: Generation,
  scope: Pick<RequestScope, 'headers' | 'deadlineAt'>,
  freshness: AnswerFreshness,
) => EntityCache;

type Counted = Pick<CacheMetrics, 'hits' | 'misses' | 'stored' | 'stale'>;

/**
 * Keeps what subgraphs call public: each entity of an entity fetch for itself, and the whole data of
 * a root fetch. Never kept: answers with errors, nulls (what is not there may appear, and nothing
 * would tell), and what was invalidated after its fetch began.
 */
export function entityCache(options: {
  store: CacheStore;
  invalidations: Invalidations;
  /** Null: nothing of this subgraph is kept. */
  rulesOf: (service: string) => FreshnessRules | null;
  /** Headers of clients that subgraphs get to know, in lower case. */
  forwarded: readonly string[];
  metrics: Counted;
  now: () => number;
}): CacheOfRequest {
  const { store, invalidations, rulesOf, metrics, now } = options;
  const cacheable = cacheableFetches();
  const flights: UnderWay = underWay();
  const ofClients = new Set(options.forwarded);
  const isOfClients = (name: string) => ofClients.has(name);

  return (generation, { headers, deadlineAt }, freshness) => {
    function visit(
      fetch: CompiledFetch,
      variables: string,
      representations: readonly string[] | null,
    ): Visit | null {
      const rules = rulesOf(fetch.service);
      const known = rules === null ? null : cacheable(generation, fetch);
      if (rules === null || known === null) {
        freshness.isPublic = false;
        return null;
      }
      const keyOf = keysOf(known, variables, headers);
      const asked = representations ?? [''];
      const keys = asked.map(keyOf);
      const moment = invalidations.moment();
      let land: (() => void) | null = null;
      let waitsSince: number | undefined;

      // Also where this client did not send it: caches between us would give its answer to others.
      const isVaried = [...known.varies].some(isOfClients);

      function hits(found: Found): readonly unknown[] {
        let misses = 0;
        const values = found.map((entry) => {
          if (entry === undefined) {
            misses += 1;
            return undefined;
          }
          limitFreshness(freshness, entry);
          if (isVaried) freshness.isPublic = false;
          return JSON.parse(entry.text) as unknown;
        });
        if (misses < found.length)
          metrics.hits.inc({ subgraph: fetch.service }, found.length - misses);
        if (misses > 0) {
          metrics.misses.inc({ subgraph: fetch.service }, misses);
          if (known?.hasStored) {
            land = flights.lead(keys.filter((_, i) => found[i] === undefined));
          }
        }
        return values;
      }

      /** What others are fetching just now need not be fetched again. */
      function joined(found: Found): readonly unknown[] | Promise<readonly unknown[]> {
        if (!known?.hasStored) return hits(found);
        const others = flights.of(keys.filter((_, i) => found[i] === undefined));
        if (others === null) return hits(found);
        waitsSince = performance.now();
        return settledBy(others, deadlineAt).then(async () => hits(await store.get(keys)));
      }

      function keep(indices: readonly number[], answer: SubgraphAnswer): void {
        const told = keepable(answer, representations === null);
        const header = 'failure' in answer ? undefined : answer.header;
        const fresh = header === undefined ? null : freshnessOf(header, rules as FreshnessRules);
        const varies = header === undefined ? null : variesBy(header);
        if (told === null || fresh === null || varies === null || known === null) {
          freshness.isPublic = false;
          return;
        }
        // A key without these headers would answer for others.
        for (const name of varies) known.varies.add(name);
        if (varies.some(isOfClients)) freshness.isPublic = false;
        const expiresAt = now() + fresh.shared * 1_000;
        const clientExpiresAt = now() + fresh.atClient * 1_000;
        limitFreshness(freshness, { expiresAt, clientExpiresAt });
        if (told.length !== indices.length) return;
        const keyNow = keysOf(known, variables, headers);
        const entries: TaggedEntry[] = [];
        for (const [i, index] of indices.entries()) {
          const value = told[i];
          if (value === null || value === undefined) continue;
          const representation = asked[index] ?? '';
          const into = new Set<string>();
          if (representations === null) known.tags.ofData(value, into);
          else known.tags.ofEntity(value, representation, into);
          const tags = [...into];
          if (invalidations.since(moment, tags)) {
            metrics.stale.inc({ subgraph: fetch.service });
            continue;
          }
          const text = JSON.stringify(value);
          entries.push({ key: keyNow(representation), text, tags, expiresAt, clientExpiresAt });
        }
        if (entries.length === 0) return;
        known.hasStored = true;
        metrics.stored.inc({ subgraph: fetch.service }, entries.length);
        store.set(entries);
      }

      const found = store.get(keys);
      return {
        known: found instanceof Promise ? found.then(joined) : joined(found),
        waitsSince: () => waitsSince,
        settle: (missed, answer) => {
          try {
            keep(missed, answer);
          } finally {
            land?.();
          }
        },
      };
    }
    return { visit, epoch: invalidations.moment };
  };
}

/** Per representation, or once for a root fetch, what can be kept; null: nothing can. */
function keepable(answer: SubgraphAnswer, isRoot: boolean): readonly unknown[] | null {
  if ('failure' in answer || answer.errors.length > 0 || answer.data === null) return null;
  if (!isRoot) {
    const { _entities: entities } = answer.data;
    return Array.isArray(entities) ? entities : null;
  }
  const hasNull = Object.values(answer.data).includes(null);
  return [hasNull ? null : answer.data];
}

function keysOf(
  { id, varies }: CacheableFetch,
  variables: string,
  headers: Readonly<Record<string, string>>,
): (representation: string) => string {
  const prefix = `${id}\n${variables}\n${variant(varies, headers)}\n`;
  return (representation) => prefix + representation;
}

/** Headers may be secrets: a hash tells them apart as well. */
function variant(varies: ReadonlySet<string>, headers: Readonly<Record<string, string>>): string {
  if (varies.size === 0) return '';
  const given = [...varies].sort().map((name) => [name, headers[name] ?? null]);
  return createHash('sha256').update(JSON.stringify(given)).digest('base64url');
}
