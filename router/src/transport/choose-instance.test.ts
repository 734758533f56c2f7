import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseInstance } from './choose-instance.ts';
import { ejection } from './ejection.ts';
import type { Instance } from './instance.ts';
import { latency } from './latency.ts';

const OPTIONS = { panicShare: 0.3, mayProbe: true };
let now = 0;

function instance(averageMs = 0): Instance {
  const measured = latency(() => now);
  if (averageMs > 0) measured.observe(averageMs);
  return {
    url: new URL('http://one:1'),
    path: '/',
    client: { post: () => Promise.reject(new Error('unused')), close: () => {} },
    latency: measured,
    ejection: ejection({ consecutive: 1, ejectMs: 100, maxMs: 100 }, () => now),
    outstanding: 0,
    isRetired: false,
  };
}

/** How often each is chosen when fetches take as long as the instances do. */
function shares(instances: readonly Instance[], fetches: number, seed: number) {
  let state = seed;
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const counts = new Map(instances.map((each) => [each, 0]));
  const running: Instance[] = [];
  for (let i = 0; i < fetches; i++) {
    const choice = chooseInstance(instances, null, OPTIONS, random);
    if (choice === null) throw new Error('none');
    counts.set(choice.instance, (counts.get(choice.instance) ?? 0) + 1);
    choice.instance.outstanding += 1;
    running.push(choice.instance);
    const ended = running.length > 6 ? running.shift() : undefined;
    if (ended !== undefined) ended.outstanding -= 1;
  }
  for (const each of running) each.outstanding -= 1;
  return [...counts.values()].map((count) => count / fetches);
}

test('equal instances get equal shares', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(), (count, seed) => {
      const instances = Array.from({ length: count }, () => instance());
      for (const share of shares(instances, 4_000, seed)) {
        expect(share * count).toBeGreaterThan(0.85);
        expect(share * count).toBeLessThan(1.15);
      }
    }),
    { numRuns: 20 },
  );
});

test('a slow instance gets little, and is tried again when it has rested', () => {
  now = 0;
  const [slow, fast] = [instance(200), instance(2)];
  const [share = 1] = shares([slow, fast], 1_000, 1);
  expect(share).toBeLessThan(0.02);
  now = 8_000;
  expect(slow.latency.average()).toBeLessThan(1);
});

test('an ejected instance gets nothing until it is due, then one query', () => {
  now = 0;
  const [bad, good] = [instance(), instance()];
  bad.ejection.record('gone', false);
  for (let i = 0; i < 50; i++) {
    expect(chooseInstance([bad, good], null, OPTIONS)?.instance).toBe(good);
  }
  now = 100;
  expect(chooseInstance([bad, good], null, OPTIONS)).toEqual({ instance: bad, isProbe: true });
  expect(chooseInstance([bad, good], null, OPTIONS)).toEqual({ instance: good, isProbe: false });
});

test('when too few would be left, ejections do not count', () => {
  now = 0;
  const all = Array.from({ length: 4 }, () => instance());
  for (const each of all.slice(0, 3)) each.ejection.record('gone', false);
  const chosen = new Set<Instance | undefined>();
  for (let i = 0; i < 100; i++) chosen.add(chooseInstance(all, null, OPTIONS)?.instance);
  expect(chosen.size).toBe(4);
});

test('an instance that was tried is not chosen again', () => {
  const all = [instance(), instance(), instance()];
  const tried = new Set<Instance>();
  for (let i = 0; i < 3; i++) {
    const choice = chooseInstance(all, tried, OPTIONS);
    if (choice !== null) tried.add(choice.instance);
  }
  expect(tried.size).toBe(3);
  expect(chooseInstance(all, tried, OPTIONS)).toBeNull();
  expect(chooseInstance([], null, OPTIONS)).toBeNull();
});
