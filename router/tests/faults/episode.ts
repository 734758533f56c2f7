import { between, percentile, recoveryMs, shareOf } from './figures.ts';
import { type Asked, load } from './load.ts';
import { pause } from './stage.ts';
import type { Ill, SubgraphProcess } from './subgraph-process.ts';

/** What was measured while one process was ill. */
export type Episode = {
  readonly ill: Ill;
  /** Before it fell ill, and after it was well again. */
  readonly healthyP99Ms: number;
  /** Share without any error then: the machine may be too busy for all of them. */
  readonly healthyGood: number;
  readonly requests: number;
  /** Share without any error while it was ill. */
  readonly good: number;
  /** Share that had all that is other subgraphs'. */
  readonly rest: number;
  /** The slowest answer while it was ill. */
  readonly slowestMs: number;
  /** Once the router had time to notice. */
  readonly p99Ms: number;
  /** Since the process could answer. */
  readonly recoveryMs: number;
  readonly codes: readonly string[];
};

/** Whoever asked shortly before it fell ill may have waited for it. */
const DEADLINE_MS = 1_000;
const CONNECTIONS = 8;
const PAUSE_MS = 150;
/** Plans are made, code is compiled, connections are opened. */
const WARM_UP_MS = 3_000;
/** Longer than recovery may take. */
const AFTER_MS = 6_000;

export async function episode(
  router: { readonly port: number },
  patient: SubgraphProcess,
  ill: Ill,
  times: { healthyMs: number; noticeMs: number; illMs: number },
): Promise<Episode> {
  const running = load(() => router.port, CONNECTIONS, PAUSE_MS);
  await pause(WARM_UP_MS);
  const startAt = performance.now();
  await pause(times.healthyMs);
  const illAt = performance.now();
  await patient.fallIll(ill);
  await pause(times.noticeMs);
  const noticedAt = performance.now();
  await pause(times.illMs);
  const curedAt = performance.now();
  await patient.recover();
  const backAt = performance.now();
  await pause(AFTER_MS + times.healthyMs);
  await running.stop();

  const { asked } = running;
  const sick = between(asked, illAt, curedAt);
  const healthy: Asked[] = [
    ...between(asked, startAt, illAt - DEADLINE_MS),
    ...between(asked, backAt + AFTER_MS, Number.POSITIVE_INFINITY),
  ];
  return {
    ill,
    healthyP99Ms: percentile(healthy, 0.99),
    healthyGood: shareOf(healthy, ({ isGood }) => isGood),
    requests: sick.length,
    good: shareOf(sick, ({ isGood }) => isGood),
    rest: shareOf(sick, ({ hasRest }) => hasRest),
    slowestMs: percentile(sick, 1),
    p99Ms: percentile(between(asked, noticedAt, curedAt), 0.99),
    recoveryMs: recoveryMs(asked, backAt),
    codes: [...new Set(sick.flatMap(({ codes }) => codes))],
  };
}

export function table(title: string, episodes: readonly Episode[]): string {
  const ms = (value: number) => `${Math.round(value)} ms`.padStart(10);
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`.padStart(10);
  const rows = episodes.map(
    (it) =>
      `${it.ill.padEnd(12)}${String(it.requests).padStart(9)}${percent(it.good)}${percent(it.rest)}` +
      `${ms(it.healthyP99Ms)}${ms(it.p99Ms)}${ms(it.slowestMs)}${ms(it.recoveryMs)}  ${it.codes.join(', ')}`,
  );
  const head = 'fault        requests      good      rest   healthy       p99   slowest  recovery';
  return `\n${title}\n${head}  codes\n${rows.join('\n')}\n`;
}
