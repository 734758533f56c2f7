import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { backoffMs, retryBudget } from '@souk/platform/retry-budget';
import { type Attempt, attempter } from './attempt.ts';
import { breaker as circuitBreaker } from './breaker.ts';
import { bulkhead } from './bulkhead.ts';
import { chooseInstance } from './choose-instance.ts';
import { openClient } from './client.ts';
import { faultLog } from './fault-log.ts';
import { guard } from './guard.ts';
import { openInstance } from './instance.ts';
import { instancesOf } from './instances.ts';
import { latency } from './latency.ts';
import type { OutgoingHeaders } from './outgoing-headers.ts';
import { quantileOf } from './quantile.ts';
import { type SubgraphTransport, subgraphTransport } from './subgraph-transport.ts';
import type { SubgraphTransportConfig } from './transport-config.ts';
import type { TransportEvents } from './transport-metrics.ts';
import { tries } from './tries.ts';

const now = () => performance.now();

/** What a probe is waited for at least, and at most, before a refusal. */
const PATIENCE_MS = { min: 20, max: 250 } as const;

/** Puts the transport of one subgraph together. */
export function subgraphStack(
  subgraph: { readonly name: string; readonly url: string },
  config: SubgraphTransportConfig,
  scope: {
    discovery: Discovery | null;
    outgoing: (headers: Readonly<Record<string, string>>) => OutgoingHeaders;
    events: TransportEvents;
    /** Sees every try. */
    around: (service: string, attempt: Attempt) => Attempt;
    log: Logger;
  },
): { send: SubgraphTransport; close: () => void } {
  const { events, log } = scope;
  const service = subgraph.name;
  const typical = latency(now);
  const p95 = quantileOf(0.95);
  const bulk = bulkhead(config);
  const patienceMs = () =>
    Math.min(PATIENCE_MS.max, Math.max(PATIENCE_MS.min, 2 * typical.average()));

  const breaker = circuitBreaker(
    {
      consecutive: config.breakAfter,
      silentMs: config.breakSilenceMs,
      share: config.breakShare,
      minimum: config.breakMinimum,
      windowMs: 10_000,
      openMs: config.breakMs,
      maxOpenMs: config.maxBreakMs,
    },
    now,
    (state) => {
      events.breaker(state);
      if (state !== 'half-open') log.warn({ subgraph: service, state }, 'circuit breaker');
    },
  );

  const instances = instancesOf(
    subgraph,
    scope.discovery,
    openInstance({
      openClient: openClient(config),
      ejection: {
        consecutive: config.ejectAfter,
        ejectMs: config.ejectMs,
        maxMs: config.maxEjectMs,
      },
      now,
      onStanding: ({ origin }, standing) => {
        if (standing === 'out') events.ejected();
        log.warn({ subgraph: service, origin, standing }, 'instance');
      },
    }),
    breaker.hurry,
  );

  const hedging = { half: 1, p95: 1, off: 0 }[config.hedge] === 1;
  const send = tries({
    service,
    instances: () => instances.current().length,
    choose: (tried, mayProbe) =>
      chooseInstance(instances.current(), tried, { panicShare: config.panicShare, mayProbe }),
    attempt: scope.around(
      service,
      attempter(service, {
        faulty: faultLog(service, log, now),
        latency: (milliseconds, at) => {
          typical.observe(milliseconds, at);
          if (config.hedge === 'p95') p95.observe(milliseconds);
        },
      }),
    ),
    budget: retryBudget({ share: config.retryShare, reserve: config.retryReserve }),
    retries: config.retries,
    backoffMs: (retry) => backoffMs(retry, config.backoffMs),
    hedgeAfter: ({ deadlineAt }) => {
      if (!hedging) return null;
      const half = (deadlineAt - now()) / 2;
      return config.hedge === 'p95' ? Math.min(half, Math.max(1, p95.estimate())) : half;
    },
    onRetry: events.retried,
    onHedge: events.hedged,
  });

  events.watch(() => ({
    inFlight: bulk.inFlight(),
    waiting: bulk.waiting(),
    instances: instances.current().filter((it) => it.ejection.standing() === 'in').length,
  }));

  return {
    send: subgraphTransport({
      service,
      queryDeadlineMs: config.queryDeadlineMs,
      mutationDeadlineMs: config.mutationDeadlineMs,
      deduplicate: config.deduplicate,
      outgoing: scope.outgoing,
      send: guard({ service, breaker, bulkhead: bulk, tries: send, patienceMs, events }),
      onShared: events.deduplicated,
      log,
    }),
    close: instances.close,
  };
}
