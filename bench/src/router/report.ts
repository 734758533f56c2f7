import { spread, table } from '../figures.ts';
import type { Measured } from './measure.ts';

/** One table: what each server spent on a request of a workload, beside stock and beside the limit. */
export function report(
  workload: string,
  measured: readonly Measured[],
  reordered: ReadonlySet<string>,
): string {
  const of = (key: string) => measured.find(({ server }) => server.key === key)?.cpuMs;
  const [stock, limit] = [of('stock'), of('limit')];
  const rows = measured.map(({ server, cpuMs, fetches }) => {
    const { min, median, max } = spread(cpuMs);
    return [
      reordered.has(server.name) ? `${server.name} *` : server.name,
      median.toFixed(3),
      `${min.toFixed(3)} to ${max.toFixed(3)}`,
      ratio(stock, cpuMs, ' ×'),
      ratio(limit, cpuMs, ''),
      Number.isNaN(fetches) ? '' : fetches.toFixed(1),
    ];
  });
  const head = [workload, 'median', 'min to max', 'less than stock', 'of the limit', 'fetches'];
  const note = reordered.size > 0 ? '\n* keys of objects in another order' : '';
  return `${table([head, ...rows])}${note}\n`;
}

/** The median over rounds of what one takes by what the other takes in the same round. */
function ratio(one: number[] | undefined, other: readonly number[], unit: string): string {
  if (one === undefined) return '';
  const ratios = other.map((value, round) => (one[round] ?? Number.NaN) / value);
  return `${spread(ratios).median.toFixed(2)}${unit}`;
}
