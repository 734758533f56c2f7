import type { Metrics } from '@souk/platform/metrics';
import { Histogram } from 'prom-client';
import type { SubgraphAnswer } from '../execute/request.ts';

/** Observes a fetch once it has ended. */
export type FetchObserver = (
  subgraph: string,
  answer: SubgraphAnswer,
  milliseconds: number,
) => void;

export function fetchMetrics({ registry }: Metrics): FetchObserver {
  const histogram = new Histogram({
    name: 'router_subgraph_fetch_duration_seconds',
    help: 'Time from sending an operation to a subgraph to its answer, by outcome.',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  // Labels are looked up by their text each time otherwise.
  const good = new Map<string, Histogram.Internal<'subgraph' | 'outcome'>>();
  return (subgraph, answer, milliseconds) => {
    const outcome = outcomeOf(answer);
    if (outcome !== 'ok') {
      histogram.observe({ subgraph, outcome }, milliseconds / 1_000);
      return;
    }
    let child = good.get(subgraph);
    if (child === undefined) {
      child = histogram.labels(subgraph, outcome);
      good.set(subgraph, child);
    }
    child.observe(milliseconds / 1_000);
  };
}

function outcomeOf(answer: SubgraphAnswer): string {
  if ('failure' in answer) return answer.failure.extensions.code;
  return answer.errors.length > 0 ? 'errors' : 'ok';
}
