import type { FetchStep, Step } from './step.ts';

/** What a plan costs in requests. Conditions count as met. */
export type PlanFigures = {
  readonly fetches: number;
  /** Requests of the longest chain: each waits for the one before it. */
  readonly hops: number;
  /** Requests to each service, the most first. */
  readonly bySubgraph: readonly (readonly [subgraph: string, fetches: number])[];
};

export function figuresOf(step: Step | null): PlanFigures {
  const fetches = step === null ? [] : fetchesOf(step);
  const bySubgraph = new Map<string, number>();
  for (const { subgraph } of fetches) bySubgraph.set(subgraph, (bySubgraph.get(subgraph) ?? 0) + 1);
  return {
    fetches: fetches.length,
    hops: step === null ? 0 : hopsOf(step),
    bySubgraph: [...bySubgraph].sort(
      ([one, more], [other, less]) => less - more || one.localeCompare(other),
    ),
  };
}

/** Every request, in the order in which they would be sent. */
function fetchesOf(step: Step): FetchStep[] {
  switch (step.kind) {
    case 'fetch':
      return [step];
    case 'if':
      return fetchesOf(step.step);
    case 'subscription':
      return [step.primary, ...(step.step === null ? [] : fetchesOf(step.step))];
    default:
      return step.steps.flatMap(fetchesOf);
  }
}

function hopsOf(step: Step): number {
  switch (step.kind) {
    case 'fetch':
      return 1;
    case 'if':
      return hopsOf(step.step);
    case 'subscription':
      return 1 + (step.step === null ? 0 : hopsOf(step.step));
    case 'sequence':
      return step.steps.reduce((sum, each) => sum + hopsOf(each), 0);
    case 'parallel':
      return Math.max(0, ...step.steps.map(hopsOf));
  }
}
