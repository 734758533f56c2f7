import { expect, test } from 'vitest';
import { partitionOf } from './partition.ts';

test('a key keeps its partition from one release to the next', () => {
  expect(['', 'a', 'foobar', '주문'].map((key) => partitionOf(key, 1_000))).toEqual([
    261, 220, 720, 377,
  ]);
});

test('keys spread evenly', () => {
  const counts = new Array<number>(8).fill(0);
  for (let n = 0; n < 8_000; n += 1) {
    const at = partitionOf(`key-${n}`, 8);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(800);
});
