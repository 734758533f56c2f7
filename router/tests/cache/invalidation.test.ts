import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CacheStage, goods, PUBLIC, refill, startStage } from './graph.ts';

let stage: CacheStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.invalidate({ all: true });
  refill();
  stage.prices.headers = PUBLIC;
  stage.prices.received = [];
  stage.prices.delayMs = 0;
});

const PRICES = '{ goods(ids: ["1", "2"]) { id ... on Mug { price } } }';
const CHEAPEST = '{ cheapest { id price } }';
const DEAREST = '{ dearest { id price } }';
const NAMELESS = '{ dearest { price } }';
const reprice = (id: string, price: number) => goods.set(id, { __typename: 'Mug', id, price });

test('an entity goes with its key, and with it every root answer that has it', async () => {
  for (const query of [PRICES, CHEAPEST, DEAREST]) await stage.ask(query);
  reprice('1', 99);
  stage.prices.received = [];
  const response = await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
  expect(await response.json()).toEqual({ dropped: 2 });
  expect((await stage.ask(PRICES)).data).toMatchObject({ goods: [{ price: 99 }, { price: 20 }] });
  expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 99 } });
  await stage.ask(DEAREST);
  expect(stage.prices.received).toHaveLength(2);
});

test('what does not tell its key may be the one, and goes too', async () => {
  await stage.ask(NAMELESS);
  reprice('3', 1);
  await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '3' } }] });
  expect((await stage.ask(NAMELESS)).data).toEqual({ dearest: { price: 1 } });
});

test('all of a type go together, and no other', async () => {
  await stage.ask('{ things { ... on Mug { price } ... on Book { pages } } }');
  const response = await stage.invalidate({ entities: [{ type: 'Book' }] });
  expect(await response.json()).toEqual({ dropped: 1 });
});

test('an answer that was under way when its entity changed is not kept', async () => {
  stage.prices.delayMs = 200;
  const before = stage.ask(CHEAPEST);
  await expect.poll(() => stage.prices.received.length).toBe(1);
  await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
  await before;
  expect(await stage.metric(/router_cache_entries[^ ]* (\d+)/)).toBe(0);
  expect(await stage.metric(/router_cache_overtaken_total\{subgraph="prices"[^}]*\} (\d+)/)).toBe(
    1,
  );
  reprice('1', 99);
  expect((await stage.ask(CHEAPEST)).data).toEqual({ cheapest: { id: '1', price: 99 } });
});

test('who asks after a change joins no fetch from before it', async () => {
  // Nothing of it was ever kept: who asks for it does not wait for others.
  const UNASKED = '{ cheapest { price } }';
  const before = goods.get('1');
  const original = goods.get.bind(goods);
  let reads = 0;
  // The first fetch answers late, with what it read early.
  goods.get = (id) => (id === '1' && reads++ === 0 ? before : original(id));
  try {
    stage.prices.delayMs = 200;
    const early = stage.ask(UNASKED);
    await expect.poll(() => stage.prices.received.length).toBe(1);
    reprice('1', 99);
    await stage.invalidate({ entities: [{ type: 'Mug', key: { id: '1' } }] });
    const late = await stage.ask(UNASKED);
    expect((await early).data).toEqual({ cheapest: { price: 10 } });
    expect(late.data).toEqual({ cheapest: { price: 99 } });
    expect((await stage.ask(UNASKED)).data).toEqual({ cheapest: { price: 99 } });
  } finally {
    goods.get = original;
  }
});

test('only who has the secret may drop anything, and only what is well said', async () => {
  await stage.ask(CHEAPEST);
  const all = { all: true };
  expect((await stage.invalidate(all, 'a secret of sixteem')).status).toBe(401);
  expect((await stage.invalidate(all, '')).status).toBe(401);
  for (const body of [{}, { all: false }, { entities: [] }, { entities: [{ key: {} }] }, []]) {
    expect((await stage.invalidate(body)).status).toBe(400);
  }
  expect(await stage.metric(/router_cache_entries[^ ]* (\d+)/)).toBe(1);
});
