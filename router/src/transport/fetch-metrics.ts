import type { Metrics } from '@souk/platform/metrics';
import type { SubgraphAnswer } from '../execute/request.ts';
import { leanHistogram } from '../telemetry/lean-histogram.ts';

/** Observes a fetch once it has ended. */
export type FetchObserver = (
  subgraph: string,
  answer: SubgraphAnswer,
  milliseconds: number,
) => void;

type Observe = (milliseconds: number) => void;

export function fetchMetrics(metrics: Metrics): FetchObserver {
  const histogram = leanHistogram<'subgraph' | 'outcome'>(metrics, {
    name: 'router_subgraph_fetch_duration_seconds',
    help: 'Time from sending an operation to a subgraph to its answer, by outcome.',
    seconds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const bySubgraph = new Map<string, Map<string, Observe>>();
  return (subgraph, answer, milliseconds) => {
    const outcome = outcomeOf(answer);
    const observers = bySubgraph.get(subgraph) ?? new Map<string, Observe>();
    if (observers.size === 0) bySubgraph.set(subgraph, observers);
    let observe = observers.get(outcome);
    if (observe === undefined) {
      observe = histogram.labels({ subgraph, outcome });
      observers.set(outcome, observe);
    }
    observe(milliseconds);
  };
}

function outcomeOf(answer: SubgraphAnswer): string {
  if ('failure' in answer) return answer.failure.extensions.code;
  return answer.errors.length > 0 ? 'errors' : 'ok';
}
