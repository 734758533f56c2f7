import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CacheStage, goods, PUBLIC, refill, SECRET, startStage } from '../cache/graph.ts';
import { hasRedis, type TestRedis, testRedis } from '../cache/redis.ts';
import { startRouterOn } from '../graph/start.ts';

const isThere = hasRedis();

test.runIf(process.env.REDIS === 'required')('there is a Redis server to test with', () => {
  expect(isThere).toBe(true);
});

describe.runIf(isThere)('entries in a Redis', () => {
  let redis: TestRedis;
  let stage: CacheStage;
  beforeAll(async () => {
    redis = await testRedis();
    await redis.start();
    stage = await startStage({ CACHE_REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await stage?.close();
    redis?.thaw();
    await redis?.stop();
  });
  beforeEach(async () => {
    stage.prices.headers = PUBLIC;
    await expect.poll(isServing, { timeout: 10_000 }).toBe(true);
    refill();
    await stage.invalidate({ all: true });
    stage.prices.received = [];
  });

  const CHEAPEST = '{ cheapest { id price } }';
  const PRICES = '{ goods(ids: ["1", "2"]) { id ... on Mug { price } } }';
  const reprice = (id: string, price: number) => goods.set(id, { __typename: 'Mug', id, price });
  /** Whether an entry comes back. */
  async function isServing(): Promise<boolean> {
    await stage.ask('{ dearest { id price } }');
    stage.prices.received = [];
    await stage.ask('{ dearest { id price } }');
    return stage.prices.received.length === 0;
  }

  test('are read by every router that shares it, and dropped for all', async () => {
    const other = await startRouterOn(stage.file, stage.folder, {
      ...{ CACHE: 'true', CACHE_REDIS_URL: redis.url, CACHE_INVALIDATION_SECRET: SECRET },
    });
    try {
      const askOther = async (query: string) => {
        const response = await fetch(`${other.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        return ((await response.json()) as { data: unknown }).data;
      };
      await stage.ask(CHEAPEST);
      await stage.ask(PRICES);
      // A miss until it is connected, or where the machine is too busy for Redis to be in time.
      const sentFor = async (query: string) => {
        const sent = stage.prices.received.length;
        await askOther(query);
        return stage.prices.received.length - sent;
      };
      await expect.poll(() => sentFor(CHEAPEST)).toBe(0);
      await expect.poll(() => sentFor(PRICES)).toBe(0);
      expect(await askOther(CHEAPEST)).toEqual({ cheapest: { id: '1', price: 10 } });
      reprice('1', 99);
      const response = await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
      expect(await response.json()).toEqual({ dropped: 2 });
      expect(await askOther(CHEAPEST)).toEqual({ cheapest: { id: '1', price: 99 } });
    } finally {
      await other.close();
    }
  });

  test('are misses while it hangs, and it is waited for but a moment', async () => {
    await stage.ask(CHEAPEST);
    redis.freeze();
    try {
      const from = performance.now();
      expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 10 } });
      expect(performance.now() - from).toBeLessThan(500);
    } finally {
      redis.thaw();
    }
  });

  test('are not waited for any more once it has hung for a while', async () => {
    await stage.ask(CHEAPEST);
    redis.freeze();
    try {
      const failures = () => stage.metric(/router_cache_redis_failures_total[^ ]* (\d+)/);
      const waits = async () => {
        const before = await failures();
        await stage.ask(CHEAPEST);
        return (await failures()) - before;
      };
      expect(await waits()).toBeGreaterThan(0);
      await expect.poll(waits, { timeout: 8_000, interval: 200 }).toBe(0);
    } finally {
      redis.thaw();
    }
    await expect.poll(isServing, { timeout: 10_000 }).toBe(true);
  });

  test('are misses while it is away, and what changed meanwhile is not read afterwards', async () => {
    await stage.ask(CHEAPEST);
    await redis.stop();
    expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 10 } });
    reprice('1', 99);
    await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
    expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 99 } });
    await redis.start();
    await expect.poll(isServing, { timeout: 10_000 }).toBe(true);
    expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 99 } });
  });

  test('dropped while it hangs are not served when it goes on', async () => {
    await stage.ask(CHEAPEST);
    redis.freeze();
    reprice('1', 99);
    const dropping = stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
    await new Promise((resolve) => setTimeout(resolve, 100));
    redis.thaw();
    await dropping;
    expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 99 } });
  });
});
