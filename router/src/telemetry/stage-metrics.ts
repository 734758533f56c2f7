import type { Metrics } from '@souk/platform/metrics';
import { leanHistogram } from './lean-histogram.ts';

/** What a request goes through. `parse`, `validate` and `plan` are of new operations only. */
const STAGES = ['identity', 'parse', 'validate', 'plan', 'execute'] as const;
export type Stage = (typeof STAGES)[number];

export type ObserveStage = (stage: Stage, milliseconds: number) => void;

const SECONDS = [
  0.0001, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

export function stageMetrics(metrics: Metrics): ObserveStage {
  const histogram = leanHistogram<'stage'>(metrics, {
    name: 'router_stage_duration_seconds',
    help: 'Time that requests spend in a stage of the router.',
    seconds: SECONDS,
  });
  const observers = Object.fromEntries(
    STAGES.map((stage) => [stage, histogram.labels({ stage })]),
  ) as Record<Stage, (milliseconds: number) => void>;
  return (stage, milliseconds) => observers[stage](milliseconds);
}
