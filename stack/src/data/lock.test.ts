import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runningStack, takeLock } from './lock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'souk-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a lock is taken once and released', async () => {
  const file = path.join(folder, 'free.lock');
  const lock = await takeLock(file, 0);
  expect(lock.tookOver).toBe(false);
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, portOffset: 0 })],
  ['a half-written file', '{"pid":'],
])('the lock of %s is taken over', async (_, content) => {
  const file = path.join(folder, 'stale.lock');
  writeFileSync(file, content);
  expect(await runningStack(file)).toBeNull();
  const lock = await takeLock(file, 0);
  expect(lock.tookOver).toBe(true);
  lock.release();
});

test('a process that took over the number of a stack that is gone is not mistaken for it', async () => {
  const file = path.join(folder, 'reused.lock');
  writeFileSync(file, JSON.stringify({ pid: process.ppid, portOffset: 0 }));
  expect(await runningStack(file)).toBeNull();
});
