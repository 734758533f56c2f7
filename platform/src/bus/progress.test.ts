import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openProgress } from './progress.ts';

test('progress stands before the first message that is not done', () => {
  const progress = openProgress<number>();
  for (const position of [3, 4, 5]) progress.take(position);
  expect(progress.finish(4)).toBe(false);
  expect(progress.reached()).toBeNull();
  expect(progress.finish(3)).toBe(true);
  expect(progress.reached()).toBe(4);
  expect(progress.pending()).toBe(1);
  progress.finish(5);
  expect(progress.reached()).toBe(5);
});

test('in whatever order messages are done, progress never passes an open one', () => {
  const shuffled = fc.uniqueArray(fc.nat(2_500), { minLength: 1, maxLength: 2_500 });
  fc.assert(
    fc.property(shuffled, (positions) => {
      const progress = openProgress<number>();
      const open = new Set(positions);
      for (const position of positions.toSorted((a, b) => a - b)) progress.take(position);
      for (const position of positions) {
        progress.finish(position);
        open.delete(position);
        const reached = progress.reached();
        if (reached !== null && reached >= Math.min(...open)) return false;
      }
      return progress.reached() === Math.max(...positions) && progress.pending() === 0;
    }),
    { numRuns: 30 },
  );
});
