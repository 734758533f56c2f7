import { afterEach, expect, test } from 'vitest';
import { type CacheStage, PUBLIC, startStage } from './graph.ts';

const PRICES = 'query ($ids: [ID!]!) { goods(ids: $ids) { id ... on Mug { price } } }';

let stage: CacheStage;
afterEach(() => stage.close());

/** Whose entity has been kept before, and is asked for while its subgraph hangs. */
async function hanging(requestDeadlineMs: number): Promise<void> {
  const REQUEST_DEADLINE_MS = String(requestDeadlineMs);
  stage = await startStage({ REQUEST_DEADLINE_MS, FETCH_DEADLINE_MS: '500' });
  stage.prices.headers = PUBLIC;
  await stage.ask(PRICES, { ids: ['1'] });
  await stage.invalidate({ all: true });
  stage.prices.mode = 'hang';
  stage.prices.received = [];
  stage.lists.received = [];
}

test('who waits in vain for the fetch of another has what is left of the time of a fetch', async () => {
  await hanging(5_000);
  const leader = stage.ask(PRICES, { ids: ['1'] });
  await expect.poll(() => stage.prices.received.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const began = performance.now();
  const { errors } = await stage.ask(PRICES, { ids: ['1', '2'] });
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }]);
  expect(performance.now() - began).toBeLessThan(800);
  await leader;
});

test('who waits for the fetch of another request waits no longer than its own deadline', async () => {
  await hanging(600);
  // The subgraph of lists takes most of its time away.
  stage.lists.delayMs = 450;
  const began = performance.now();
  const late = stage.ask(PRICES, { ids: ['1', '2'] }).then(({ errors }) => ({
    errors,
    tookMs: performance.now() - began,
  }));
  await expect.poll(() => stage.lists.received.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 380));
  stage.lists.delayMs = 0;
  const leader = stage.ask(PRICES, { ids: ['1'] });
  await expect.poll(() => stage.prices.received.length).toBe(1);

  const { errors, tookMs } = await late;
  expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT' } }]);
  expect(tookMs).toBeLessThan(750);
  await leader;
});
