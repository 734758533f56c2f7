import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Episode, episode, table } from '../faults/episode.ts';
import { illsOf, NOISE_MS, times } from '../faults/form.ts';
import { type Stage, stage } from '../faults/stage.ts';

const episodes: Episode[] = [];
let it: Stage;
beforeAll(async () => {
  it = await stage({ accounts: 3, products: 1, orders: 1 });
}, 180_000);
afterAll(() => {
  it?.close();
  process.stdout.write(table('One of three instances is ill', episodes));
});

test.each(illsOf(['stopped', 'garbage']))(
  'while one of three instances is %s, clients do not notice',
  async (ill) => {
    const [router] = it.routers;
    const [patient] = it.subgraphs.accounts;
    if (router === undefined || patient === undefined) throw new Error('nobody there');
    const seen = await episode(router, patient, ill, times);
    episodes.push(seen);
    expect(seen.requests).toBeGreaterThan(50);
    expect(seen.good).toBeGreaterThanOrEqual(seen.healthyGood - 0.01);
    expect(seen.rest).toBeGreaterThanOrEqual(seen.healthyGood - 0.02);
    expect(seen.p99Ms).toBeLessThan(2 * Math.max(seen.healthyP99Ms, NOISE_MS));
    expect(seen.recoveryMs).toBeLessThan(5_000);
  },
  120_000,
);
