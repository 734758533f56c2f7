import { retryBudget } from '@souk/platform/retry-budget';
import { expect, test } from 'vitest';
import type { Dispatch, Tried } from './attempt.ts';
import { chooseInstance } from './choose-instance.ts';
import { ejection } from './ejection.ts';
import type { Instance } from './instance.ts';
import { latency } from './latency.ts';
import { LeanError } from './lean/lean-error.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import { faultOfError } from './reply.ts';
import { tries } from './tries.ts';

const instance = (name: string): Instance => ({
  url: new URL(`http://${name}:1`),
  path: '/',
  client: { post: () => Promise.reject(new Error('unused')), close: () => {} },
  latency: latency(() => 0),
  ejection: ejection({ consecutive: 3, ejectMs: 0, maxMs: 0 }, () => 0),
  outstanding: 0,
  isRetired: false,
});

const good: Tried = {
  reply: { status: 200, text: '', head: '' },
  answer: { data: {}, errors: [] },
  endedAt: 0,
};
const lost = (sent: boolean): Tried => ({
  fault: faultOfError('a', new LeanError('LEAN_CLOSED', '', { sent, retryable: true })),
});
const late: Tried = {
  fault: faultOfError('a', new LeanError('LEAN_TIMEOUT', '', { sent: true, retryable: false })),
};
const headers = outgoingHeaders({ insert: {}, withhold: [], irrelevant: [] })({});
const dispatch = (isMutation = false): Dispatch => ({
  isMutation,
  body: '{}',
  headers,
  deadlineAt: performance.now() + 5_000,
});

/** The nth try at any instance has the nth result, after so many milliseconds. */
function stage(
  count: number,
  results: readonly (readonly [Tried, number?])[],
  reserve = 10,
  hedgeMs: number | null = null,
) {
  const all = Array.from({ length: count }, (_, i) => instance(`i${i}`));
  const asked: Instance[] = [];
  let hedges = 0;
  const send = tries({
    service: 'a',
    instances: () => count,
    choose: (tried, mayProbe) => chooseInstance(all, tried, { panicShare: 0.3, mayProbe }),
    attempt: async ({ instance: at }) => {
      const [result = good, ms = 0] = results[asked.push(at) - 1] ?? [];
      await new Promise((resolve) => setTimeout(resolve, ms));
      return result;
    },
    budget: retryBudget({ share: 0, reserve }),
    retries: 2,
    hedgeAfter: () => hedgeMs,
    backoffMs: () => 1,
    onRetry: () => {},
    onHedge: () => {
      hedges += 1;
    },
  });
  return { send, asked, hedges: () => hedges, all };
}

test('a query that got lost is sent to each other instance before it is given up', async () => {
  const { send, asked } = stage(3, [[lost(true)], [lost(true)], [lost(true)], [good]]);
  expect(await send(dispatch(), false)).toEqual(lost(true));
  expect(new Set(asked).size).toBe(3);
  expect(asked).toHaveLength(3);
});

test('a lone instance is asked twice', async () => {
  const { send, asked } = stage(1, [[lost(true)], [good]]);
  expect(await send(dispatch(), false)).toBe(good);
  expect(asked).toHaveLength(2);
});

test('a mutation is sent again only if nothing of it was sent', async () => {
  const lostOnItsWay = stage(3, [[lost(true)]]);
  await lostOnItsWay.send(dispatch(true), false);
  expect(lostOnItsWay.asked).toHaveLength(1);
  const never = stage(3, [[lost(false)], [good]]);
  expect(await never.send(dispatch(true), false)).toBe(good);
  expect(new Set(never.asked).size).toBe(2);
});

test('without budget nothing is repeated but what was never sent', async () => {
  const spent = stage(3, [[lost(true)], [good]], 0);
  expect(await spent.send(dispatch(), false)).toEqual(lost(true));
  const never = stage(3, [[lost(false)], [good]], 0);
  expect(await never.send(dispatch(), false)).toBe(good);
});

test('a late query is joined by one elsewhere, and the first good answer wins', async () => {
  const { send, asked, hedges } = stage(2, [[late, 2_000], [good]], 10, 30);
  const at = performance.now();
  expect(await send(dispatch(), false)).toBe(good);
  expect(performance.now() - at).toBeLessThan(1_500);
  expect([asked.length, new Set(asked).size, hedges()]).toEqual([2, 2, 1]);
});

test('a failed hedge does not end the query that is under way', async () => {
  const { send } = stage(2, [[good, 100], [late]], 10, 30);
  expect(await send(dispatch(), false)).toBe(good);
});

test('a mutation is never hedged, and nothing is when the budget is spent', async () => {
  const mutation = stage(2, [[good, 80]], 10, 30);
  await mutation.send(dispatch(true), false);
  const spent = stage(2, [[good, 80]], 0, 30);
  await spent.send(dispatch(), false);
  expect([mutation.asked.length, spent.asked.length]).toEqual([1, 1]);
});

test('an ejected instance is tried with a copy that nobody waits for', async () => {
  const { send, asked, all } = stage(3, [[late, 2_000], [good]]);
  all[0]?.ejection.record('gone', false);
  const at = performance.now();
  expect(await send(dispatch(), false)).toBe(good);
  expect(performance.now() - at).toBeLessThan(1_500);
  expect([asked[0], asked.length]).toEqual([all[0], 2]);
});

test('where every instance is ejected, the one that is due is asked like any other', async () => {
  const { send, asked, all } = stage(2, [[good]]);
  for (const { ejection } of all) ejection.record('gone', false);
  expect(await send(dispatch(), false)).toBe(good);
  expect(asked).toHaveLength(1);
});

test('without an instance the service is unavailable', async () => {
  const result = await stage(0, []).send(dispatch(), false);
  expect(result).toMatchObject({
    fault: { failure: { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } } },
  });
});
