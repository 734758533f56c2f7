import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './retry.ts';

const policy = { baseMs: 100, maxMs: 5_000 };

test('waits double from one attempt to the next, up to the longest', () => {
  const longest = [1, 2, 3, 4, 20].map((attempt) => backoffMs(attempt, policy, () => 1));
  expect(longest).toEqual([100, 200, 400, 800, 5_000]);
});

test('a wait is never shorter than half its step, nor longer than the step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, r) => {
        const wait = backoffMs(attempt, policy, () => r);
        const step = backoffMs(attempt, policy, () => 1);
        return wait >= step / 2 && wait <= step && step <= policy.maxMs;
      },
    ),
    { examples: [[1, 0]] },
  );
});
