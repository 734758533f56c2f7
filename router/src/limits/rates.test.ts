import { expect, test } from 'vitest';
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
