import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Episode, episode, table } from '../faults/episode.ts';
import { illsOf, NOISE_MS, times } from '../faults/form.ts';
import { type Stage, stage } from '../faults/stage.ts';

/** The deadline of a fetch, as it is by default. */
const DEADLINE_MS = 1_000;

const episodes: Episode[] = [];
let it: Stage;
beforeAll(async () => {
  it = await stage({ accounts: 1, products: 1, orders: 1 });
}, 180_000);
afterAll(() => {
  it?.close();
  process.stdout.write(table('The only instance of one of three subgraphs is ill', episodes));
});

test.each(illsOf(['stopped', 'killed']))(
  'a subgraph that is %s costs its own fields, for a short while',
  async (ill) => {
    const [router] = it.routers;
    const [patient] = it.subgraphs.accounts;
    if (router === undefined || patient === undefined) throw new Error('nobody there');
    const seen = await episode(router, patient, ill, times);
    episodes.push(seen);
    expect(seen.requests).toBeGreaterThan(50);
    expect(seen.rest).toBeGreaterThanOrEqual(seen.healthyGood - 0.02);
    expect(seen.slowestMs).toBeLessThan(
      DEADLINE_MS + 2 * Math.max(seen.healthyP99Ms, 4 * NOISE_MS),
    );
    expect(seen.p99Ms).toBeLessThan(2 * Math.max(seen.healthyP99Ms, NOISE_MS));
    expect(seen.recoveryMs).toBeLessThan(5_000);
    expect(seen.codes.join()).not.toContain('client');
  },
  120_000,
);
