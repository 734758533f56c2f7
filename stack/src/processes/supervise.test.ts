import { expect, test } from 'vitest';
import type { Running } from './launch.ts';
import { type State, supervise } from './supervise.ts';

/** A program that ends when it is told to, or by itself. */
function program(options: { ignoresStop?: boolean; diesAtOnce?: boolean } = {}) {
  const { promise, resolve } = Promise.withResolvers<string>();
  if (options.diesAtOnce) resolve('exit code 1');
  return {
    pid: 1,
    exited: promise,
    stop: () => (options.ignoresStop ? undefined : resolve('exit code 0')),
    kill: () => resolve('signal SIGKILL'),
    die: () => resolve('exit code 3'),
  } satisfies Running & { die: () => void };
}

function watch(start: () => Running) {
  const states: State[] = [];
  const supervised = supervise({
    id: 'accounts-1',
    start,
    isReady: async () => true,
    startDeadlineMs: 5_000,
    onChange: ({ state }) => states.push(state),
  });
  return { states, supervised };
}

test('a program that dies is started again', async () => {
  const programs = [program(), program()];
  const [first] = programs;
  const { states, supervised } = watch(() => programs.shift() ?? program());
  await supervised.firstReady;
  first?.die();
  await expect
    .poll(() => states, { timeout: 2_000 })
    .toEqual(['starting', 'ready', 'crashed', 'starting', 'ready']);
  await supervised.stop(1_000);
  expect(states.slice(-2)).toEqual(['stopping', 'stopped']);
});

test('a program that is told to stop is not started again', async () => {
  let starts = 0;
  const { supervised } = watch(() => {
    starts += 1;
    return program();
  });
  await supervised.firstReady;
  await supervised.stop(1_000);
  expect([starts, supervised.pid()]).toEqual([1, null]);
});

test('a program that ignores the request to stop is killed at the deadline', async () => {
  const { supervised } = watch(() => program({ ignoresStop: true }));
  await supervised.firstReady;
  await supervised.stop(20);
  expect(supervised.state()).toBe('stopped');
});

test('a program that dies four times before it was ever ready is given up', async () => {
  let starts = 0;
  const { supervised } = watch(() => {
    starts += 1;
    return program({ diesAtOnce: true });
  });
  await expect(supervised.firstReady).rejects.toThrow('accounts-1 keeps dying (exit code 1).');
  expect(starts).toBe(4);
});

test('a program that was ready and answers nothing any more is killed and started again', async () => {
  const programs = [program({ ignoresStop: true }), program()];
  const ends: (string | null)[] = [];
  let answers = true;
  const supervised = supervise({
    id: 'accounts-1',
    start: () => {
      const next = programs.shift() ?? program();
      if (programs.length === 0) answers = true;
      return next;
    },
    isReady: async () => answers,
    isAlive: async () => answers,
    startDeadlineMs: 5_000,
    onChange: ({ state, how }) => state === 'crashed' && ends.push(how),
  });
  await supervised.firstReady;
  answers = false;
  await expect.poll(supervised.state, { timeout: 3_000 }).toBe('crashed');
  await expect.poll(supervised.state, { timeout: 3_000 }).toBe('ready');
  expect(ends).toEqual(['it answered nothing for too long']);
  await supervised.stop(1_000);
});

test('a program that answers but is not ready, as without its database, is left alone', async () => {
  let ready = true;
  let asked = 0;
  const supervised = supervise({
    id: 'accounts-1',
    start: () => program(),
    isReady: async () => ready,
    isAlive: async () => {
      asked += 1;
      return true;
    },
    startDeadlineMs: 5_000,
    onChange: () => {},
  });
  await supervised.firstReady;
  ready = false;
  await expect.poll(() => asked, { timeout: 3_000 }).toBeGreaterThan(5);
  expect(supervised.state()).toBe('unready');
  await supervised.stop(1_000);
});
