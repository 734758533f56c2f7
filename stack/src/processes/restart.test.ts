import { expect, test } from 'vitest';
import { afterCrash } from './restart.ts';

test('each crash doubles the wait, from 250 ms to 10 s', () => {
  const delays: number[] = [];
  let crashes = 0;
  for (let time = 0; time < 8; time += 1) {
    const next = afterCrash(crashes, 0);
    crashes = next.crashes;
    delays.push(next.delayMs);
  }
  expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('half a minute of health forgives the past, a second less does not', () => {
  expect(afterCrash(6, 30_000)).toEqual({ crashes: 1, delayMs: 250 });
  expect(afterCrash(6, 29_000)).toEqual({ crashes: 7, delayMs: 10_000 });
});
