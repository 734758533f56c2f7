import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLanes } from './lanes.ts';

test('work of one key runs in order and never side by side', async () => {
  const lanes = openLanes(8);
  const done: number[] = [];
  let running = 0;
  for (let n = 0; n < 20; n += 1) {
    lanes.add('k', async () => {
      running += 1;
      expect(running).toBe(1);
      await sleep(n % 3);
      running -= 1;
      done.push(n);
    });
  }
  await lanes.idle();
  expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n));
});

test('a slow key does not hold the others up', async () => {
  const lanes = openLanes(2);
  const done: string[] = [];
  lanes.add('slow', () => sleep(50).then(() => void done.push('slow')));
  for (const key of ['a', 'b', 'c']) lanes.add(key, async () => void done.push(key));
  await lanes.idle();
  expect(done).toEqual(['a', 'b', 'c', 'slow']);
});

test('no more keys than the limit are worked on at once', async () => {
  const lanes = openLanes(3);
  let running = 0;
  let most = 0;
  for (let n = 0; n < 12; n += 1) {
    lanes.add(`k${n}`, async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
    });
  }
  await lanes.idle();
  expect(most).toBe(3);
});
