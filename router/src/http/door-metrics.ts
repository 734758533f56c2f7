import type { Metrics } from '@souk/platform/metrics';
import { Counter } from 'prom-client';

/** Which way requests went, counted without a cost to them. */
export type DoorMetrics = { hot: number; judged: number };

/** `router_requests_total{path}`: `hot` without the judge, `judged` through Apollo Server. */
export function doorMetrics({ registry }: Metrics): DoorMetrics {
  const counts: DoorMetrics = { hot: 0, judged: 0 };
  new Counter({
    name: 'router_requests_total',
    help: 'Requests of GraphQL by the path that they took.',
    labelNames: ['path'],
    registers: [registry],
    collect() {
      this.reset();
      this.inc({ path: 'hot' }, counts.hot);
      this.inc({ path: 'judged' }, counts.judged);
    },
  });
  return counts;
}
