import { createMetrics } from '@souk/platform/metrics';
import { expect, test } from 'vitest';
import { stageMetrics } from './stage-metrics.ts';

test('stages are told as a histogram of Prometheus is', async () => {
  const metrics = createMetrics({ service: 'router', instance: 'a' });
  const observe = stageMetrics(metrics);
  for (const milliseconds of [0.05, 0.1, 3, 60_000]) observe('execute', milliseconds);
  const text = await metrics.registry.getSingleMetricAsString('router_stage_duration_seconds');
  const lines = text.split('\n').map((line) => line.replace('service="router",instance="a"', ''));
  expect(lines[1]).toBe('# TYPE router_stage_duration_seconds histogram');
  const valueAt = (name: string) =>
    Number(lines.find((line) => line.startsWith('router') && line.includes(name))?.split(' ')[1]);
  expect(valueAt('le="0.0001"')).toBe(2);
  expect(valueAt('le="0.001"')).toBe(2);
  expect(valueAt('le="0.005"')).toBe(3);
  expect(valueAt('le="10"')).toBe(3);
  expect(valueAt('le="+Inf"')).toBe(4);
  expect(valueAt('_count')).toBe(4);
  expect(valueAt('_sum')).toBeCloseTo(60.00315);
  expect(text).not.toContain('identity');
});
