import type { Metrics } from '@souk/platform/metrics';
import { Counter, Gauge } from 'prom-client';
import type { BreakerState } from './breaker.ts';

/** What a subgraph's transport tells of itself. */
export type TransportEvents = {
  retried: () => void;
  hedged: () => void;
  deduplicated: () => void;
  /** Not sent: the breaker was open, or the bulkhead full. */
  refused: (why: 'breaker' | 'bulkhead') => void;
  breaker: (state: BreakerState) => void;
  ejected: () => void;
  /** Read when metrics are collected. */
  watch: (read: () => { inFlight: number; waiting: number; instances: number }) => void;
};

export type TransportMetrics = (subgraph: string) => TransportEvents;

const BREAKER_VALUES: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

export function transportMetrics({ registry }: Metrics): TransportMetrics {
  const registers = [registry];
  const labelNames = ['subgraph'] as const;
  const counter = (what: string, help: string) =>
    new Counter({ name: `router_subgraph_${what}_total`, help, labelNames, registers });
  const retries = counter('retries', 'Operations that were sent again after a failed try.');
  const hedges = counter('hedges', 'Queries that were sent to a second instance before an answer.');
  const shared = counter('deduplicated', 'Queries that shared the answer of one under way.');
  const ejections = counter('ejections', 'Instances that were taken out of balancing.');
  const refusals = new Counter({
    name: 'router_subgraph_refusals_total',
    help: 'Fetches that were not sent, by reason.',
    labelNames: ['subgraph', 'reason'] as const,
    registers,
  });
  const breaker = new Gauge({
    name: 'router_subgraph_breaker_state',
    help: 'Circuit breaker: 0 closed, 1 half open, 2 open.',
    labelNames,
    registers,
  });
  const readers = new Map<string, Parameters<TransportEvents['watch']>[0]>();
  const gauge = (what: 'inFlight' | 'waiting' | 'instances', name: string, help: string) =>
    new Gauge({
      name: `router_subgraph_${name}`,
      help,
      labelNames,
      registers,
      collect() {
        for (const [subgraph, read] of readers) this.set({ subgraph }, read()[what]);
      },
    });
  gauge('inFlight', 'fetches_in_flight', 'Fetches under way.');
  gauge('waiting', 'fetches_waiting', 'Fetches that wait for room in the bulkhead.');
  gauge('instances', 'instances', 'Instances that are known and not ejected.');

  return (subgraph) => {
    const label = { subgraph };
    breaker.set(label, BREAKER_VALUES.closed);
    return {
      retried: () => retries.inc(label),
      hedged: () => hedges.inc(label),
      deduplicated: () => shared.inc(label),
      refused: (reason) => refusals.inc({ subgraph, reason }),
      breaker: (state) => breaker.set(label, BREAKER_VALUES[state]),
      ejected: () => ejections.inc(label),
      watch: (read) => readers.set(subgraph, read),
    };
  };
}
