import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentile } from '../faults/figures.ts';
import { type Asked, load } from '../faults/load.ts';
import { pause, type Stage, stage } from '../faults/stage.ts';
import { tcpBalancer } from '../faults/tcp-balancer.ts';

/** What a busy machine delays is not dropped: only restarts are on trial here. */
const PATIENT = JSON.stringify({ all: { queryDeadlineMs: 10_000, connectTimeoutMs: 5_000 } });

const rows: string[] = [];
let it: Stage;
beforeAll(async () => {
  it = await stage({ accounts: 2, products: 2, orders: 2 }, 2, {
    TRANSPORT: PATIENT,
    // A client that is slower than this to ask again may find its connection closed as it does.
    DRAIN_IDLE_MS: '2000',
    DRAIN_DEADLINE_MS: '10000',
  });
}, 240_000);
afterAll(() => {
  it?.close();
  process.stdout.write(`\nRolling restarts under load\n${rows.join('\n')}\n`);
});

const failed = (asked: readonly Asked[]) => asked.filter(({ isGood }) => !isGood);
const note = (what: string, asked: readonly Asked[]) =>
  rows.push(
    `${what}: ${asked.length} requests, ${failed(asked).length} failed, ` +
      `p99 ${Math.round(percentile(asked, 0.99))} ms`,
  );

test('a restart of every instance of every subgraph in turn drops nothing', async () => {
  const [router] = it.routers;
  const running = load(() => router?.port ?? 0, 6, 100);
  await pause(1_000);
  for (const instance of Object.values(it.subgraphs).flat()) {
    await instance.drain();
    await pause(500);
    await instance.start();
    // As an orchestrator waits for it to be ready, and for the router to see that it is.
    await pause(2_500);
  }
  await running.stop();
  note('subgraphs', running.asked);
  expect(running.asked.length).toBeGreaterThan(100);
  expect(failed(running.asked)).toEqual([]);
}, 240_000);

test('a restart of both routers in turn behind a TCP balancer drops nothing', async () => {
  const balancer = await tcpBalancer(it.routers.map(({ port }) => port));
  const running = load(() => balancer.port, 6, 100);
  await pause(1_000);
  for (const router of it.routers) {
    expect(await router.drain()).toBe(0);
    await pause(500);
    await router.start();
    await pause(1_000);
  }
  await running.stop();
  balancer.close();
  note('routers', running.asked);
  expect(running.asked.length).toBeGreaterThan(100);
  expect(failed(running.asked)).toEqual([]);
}, 240_000);
