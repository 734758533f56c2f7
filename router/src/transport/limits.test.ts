import { retryBudget } from '@souk/platform/retry-budget';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bulkhead } from './bulkhead.ts';
import { quantileOf } from './quantile.ts';
import { sameInFlight } from './same-in-flight.ts';

const soon = () => performance.now() + 5_000;

test('no more than the limit are under way, and those who wait come in their order', async () => {
  const bulk = bulkhead({ maxInFlight: 2, maxQueued: 2 });
  expect([bulk.enter(soon()), bulk.enter(soon())]).toEqual([true, true]);
  const order: string[] = [];
  const first = Promise.resolve(bulk.enter(soon())).then((came) => came && order.push('first'));
  const second = Promise.resolve(bulk.enter(soon())).then((came) => came && order.push('second'));
  expect(bulk.enter(soon())).toBe(false);
  bulk.leave();
  await first;
  bulk.leave();
  await second;
  expect(order).toEqual(['first', 'second']);
  expect([bulk.inFlight(), bulk.waiting()]).toEqual([2, 0]);
});

test('who waits past the deadline does not come in, and takes no place', async () => {
  const bulk = bulkhead({ maxInFlight: 1, maxQueued: 1 });
  bulk.enter(soon());
  expect(await bulk.enter(performance.now() + 10)).toBe(false);
  bulk.leave();
  expect([bulk.inFlight(), bulk.waiting()]).toEqual([0, 0]);
});

test('a query joins the same one under way, and no other', async () => {
  const same = sameInFlight<string>();
  let land: (text: string) => void = () => {};
  const result = new Promise<string>((resolve) => {
    land = resolve;
  });
  same.lead('u1', 'q', 100, 1, result);
  expect(same.join('u2', 'q', 100, 1)).toBeNull();
  expect(same.join('u1', 'p', 100, 1)).toBeNull();
  expect(same.join('u1', 'q', 99, 1)).toBeNull();
  expect(same.join('u1', 'q', 100, 2)).toBeNull();
  expect(same.join('u1', 'q', 100, 1)).toBe(result);
  land('answer');
  await result;
  await Promise.resolve();
  expect(same.join('u1', 'q', 100, 1)).toBeNull();
});

test('retries are at most the reserve and a share of the calls', () => {
  const act = fc.constantFrom('call', 'retry');
  fc.assert(
    fc.property(fc.array(act, { maxLength: 300 }), (acts) => {
      const budget = retryBudget({ share: 0.2, reserve: 5 });
      let calls = 0;
      let retries = 0;
      for (const each of acts) {
        if (each === 'call') {
          budget.called();
          calls += 1;
        } else if (budget.mayRetry()) retries += 1;
      }
      expect(retries).toBeLessThanOrEqual(5 + 0.2 * calls + 1e-9);
    }),
  );
});

test('the estimate of a quantile comes to lie where it belongs', () => {
  const p95 = quantileOf(0.95);
  let below = 0;
  for (let i = 0; i < 20_000; i++) {
    const value = 1 + ((i * 7_919) % 1_000);
    if (i >= 10_000 && value <= p95.estimate()) below += 1;
    p95.observe(value);
  }
  expect(below / 10_000).toBeGreaterThan(0.9);
  expect(below / 10_000).toBeLessThan(0.99);
});
