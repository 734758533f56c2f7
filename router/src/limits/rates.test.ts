import { expect, test } from 'vitest';
import type { Estimate } from './estimate.ts';
import { priceOf } from './price.ts';
import { rateFields } from './rate-fields.ts';
import { rates } from './rates.ts';

test('a burst is let through, then as much as comes in', () => {
  let now = 0;
  const { take } = rates({ perSecond: 2, burst: 4 }, () => now);
  expect([1, 1, 1, 1].map((tokens) => take('a', tokens))).toEqual([0, 0, 0, 0]);
  expect(take('a', 1)).toBe(1);
  now = 500;
  expect(take('a', 1)).toBe(0);
  expect(take('a', 1)).toBe(1);
});

test('identities do not pay for each other', () => {
  const { take } = rates({ perSecond: 1, burst: 1 }, () => 0);
  expect(take('a', 1)).toBe(0);
  expect(take('b', 1)).toBe(0);
  expect(take('a', 1)).toBe(1);
});

test('a refusal says how long to wait and takes nothing', () => {
  let now = 0;
  const { take } = rates({ perSecond: 1, burst: 10 }, () => now);
  expect(take('a', 10)).toBe(0);
  expect(take('a', 5)).toBe(5);
  now = 5_000;
  expect(take('a', 5)).toBe(0);
});

test('what exceeds the bucket is let through when it is full, and paid for in time', () => {
  let now = 0;
  const { take } = rates({ perSecond: 1, burst: 10 }, () => now);
  expect(take('a', 25)).toBe(0);
  expect(take('a', 1)).toBe(16);
  now = 16_000;
  expect(take('a', 1)).toBe(0);
});

test('what was paid in advance counts for what exceeds the bucket', () => {
  let now = 0;
  const { take } = rates({ perSecond: 1, burst: 10 }, () => now);
  expect(take('a', 1)).toBe(0);
  expect(take('a', 24, 1)).toBe(0);
  expect(take('a', 1)).toBe(16);
  now = 24_000;
  expect(take('a', 2)).toBe(0);
  expect(take('a', 24, 1)).toBe(3);
});

test('what is left is told without taking any, and never as less than nothing', () => {
  let now = 0;
  const { take, left } = rates({ perSecond: 2, burst: 10 }, () => now);
  expect(left('a')).toEqual({ tokens: 10, fullInSeconds: 0 });
  take('a', 5);
  now = 200;
  expect([left('a'), left('a')]).toEqual([
    { tokens: 5, fullInSeconds: 3 },
    { tokens: 5, fullInSeconds: 3 },
  ]);
  now = 10_000;
  take('a', 14);
  expect(left('a')).toEqual({ tokens: 0, fullInSeconds: 7 });
  expect(left('b').tokens).toBe(10);
});

test('the header fields give the burst, the time to fill it, what is left and until when', () => {
  const limit = { perSecond: 0.5, burst: 5 };
  const buckets = rates(limit, () => 0);
  const fields = rateFields(limit, buckets);
  buckets.take('a', 2);
  expect(fields('a')).toEqual([
    'ratelimit-policy',
    '"operations";q=5;w=10',
    'ratelimit',
    '"operations";r=3;t=4',
  ]);
});

test('an operation costs its root fields, or its estimated cost where that is more', () => {
  const price = priceOf({ costPerToken: 10, maxCost: 1_000 });
  const costing = (cost: number): Estimate => Object.assign(() => cost, { unsliced: () => null });
  expect(price({ rootFields: 3, estimate: null }, {})).toBe(3);
  expect(price({ rootFields: 3, estimate: costing(5) }, {})).toBe(3);
  expect(price({ rootFields: 3, estimate: costing(31) }, {})).toBe(4);
  expect(price({ rootFields: 1, estimate: costing(Number.POSITIVE_INFINITY) }, {})).toBe(100);
});
