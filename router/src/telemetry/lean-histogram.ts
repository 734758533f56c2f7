import type { Metrics } from '@souk/platform/metrics';
import type { Metric } from 'prom-client';

/** Observes durations under labels of their own. */
export type LeanHistogram<Label extends string> = {
  /** Look it up once: what it gives is to be called for every observation. */
  labels: (labels: Readonly<Record<Label, string>>) => (milliseconds: number) => void;
};

type Child = {
  readonly labels: Readonly<Record<string, string>>;
  readonly buckets: Float64Array;
  sum: number;
};

/**
 * A histogram for every request: prom-client's own takes most of a microsecond for each observation,
 * so that it gets the counts only when they are collected. `seconds` are the upper bounds.
 */
export function leanHistogram<Label extends string>(
  { registry }: Metrics,
  { name, help, seconds }: { name: string; help: string; seconds: readonly number[] },
): LeanHistogram<Label> {
  /** Each observed by less than the upper bound in milliseconds; the last has none. */
  const bounds = Float64Array.from([...seconds.map((each) => each * 1_000), Infinity]);
  const children: Child[] = [];

  function valuesOf({ labels, buckets, sum }: Child) {
    let count = 0;
    const cumulative = [...buckets].map((inBucket, i) => {
      count += inBucket;
      const le = seconds[i] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count };
    });
    if (count === 0) return [];
    return [
      ...cumulative,
      { metricName: `${name}_sum`, labels, value: sum / 1_000 },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }

  const described = { name, help, type: 'histogram', aggregator: 'sum' };
  // The registry asks for no more than this of a metric, its type for a class of its own.
  registry.registerMetric({
    ...described,
    get: async () => ({ ...described, values: children.flatMap(valuesOf) }),
    reset: () => {
      for (const child of children) {
        child.buckets.fill(0);
        child.sum = 0;
      }
    },
  } as unknown as Metric);

  return {
    labels: (labels) => {
      const child: Child = { labels, buckets: new Float64Array(bounds.length), sum: 0 };
      children.push(child);
      const { buckets } = child;
      return (milliseconds) => {
        let bucket = 0;
        while (milliseconds > (bounds[bucket] ?? Infinity)) bucket++;
        buckets[bucket] = (buckets[bucket] ?? 0) + 1;
        child.sum += milliseconds;
      };
    },
  };
}
