import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ejection } from './ejection.ts';

const OPTIONS = { consecutive: 3, ejectMs: 100, maxMs: 400 };

function stage() {
  let now = 10_000;
  const it = ejection(OPTIONS, () => now);
  return {
    it,
    after: (ms: number) => {
      now += ms;
    },
    /** Until it is due, in steps of a millisecond. */
    outFor: () => {
      const from = now;
      while (it.standing() === 'out') now += 1;
      return now - from;
    },
  };
}

test('failures in a row eject; one that cannot be reached is ejected at once', () => {
  const { it } = stage();
  for (const verdict of ['bad', 'bad', 'good', 'bad', 'bad'] as const) it.record(verdict, false);
  expect(it.standing()).toBe('in');
  it.record('bad', false);
  expect(it.standing()).toBe('out');
  const other = stage().it;
  other.record('gone', false);
  expect(other.standing()).toBe('out');
});

test('the time doubles up to its bound, and only a probe brings it back', () => {
  const { it, outFor } = stage();
  it.record('gone', false);
  const times: number[] = [];
  for (let i = 0; i < 4; i++) {
    times.push(outFor());
    it.record('good', false);
    it.probe();
    expect(it.standing()).toBe('out');
    it.record('bad', true);
  }
  expect(times).toEqual([100, 200, 400, 400]);
  outFor();
  it.probe();
  it.record('good', true);
  expect(it.standing()).toBe('in');
});

test('one that soon fails again is out for longer, one that stayed in for long is not', () => {
  const { it, after, outFor } = stage();
  const cycle = () => {
    it.record('gone', false);
    const time = outFor();
    it.probe();
    it.record('good', true);
    return time;
  };
  expect([cycle(), cycle()]).toEqual([100, 200]);
  after(5_000);
  expect(cycle()).toBe(100);
});

test('whatever is recorded, it is out for a bounded time', () => {
  const verdicts = fc.array(fc.constantFrom('good' as const, 'bad' as const, 'gone' as const));
  fc.assert(
    fc.property(verdicts, (all) => {
      const { it, outFor } = stage();
      for (const verdict of all) {
        it.record(verdict, false);
        expect(outFor()).toBeLessThanOrEqual(OPTIONS.maxMs);
        if (it.standing() === 'due') {
          it.probe();
          it.record(verdict, true);
        }
      }
    }),
  );
});
