import type { Metrics } from '@souk/platform/metrics';
import { Histogram } from 'prom-client';
import type { DemandObserver } from './demand-limit.ts';

/** Observes what operations are estimated to cost, by what came of it. */
export function demandMetrics({ registry }: Metrics): DemandObserver {
  const histogram = new Histogram({
    name: 'router_operation_estimated_cost',
    help: 'Estimated cost of operations, by result.',
    labelNames: ['result'] as const,
    buckets: [0, 10, 100, 1_000, 10_000, 100_000, 1_000_000],
    registers: [registry],
  });
  return (cost, result) => histogram.observe({ result }, cost);
}
