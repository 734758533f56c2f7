import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Admission, breaker, type Verdict } from './breaker.ts';

const OPTIONS = {
  consecutive: 4,
  silentMs: 800,
  share: 0.5,
  minimum: 10,
  windowMs: 1_000,
  openMs: 100,
  maxOpenMs: 400,
};

function stage() {
  let now = 0;
  const it = breaker(OPTIONS, () => now);
  return {
    it,
    after: (ms: number) => {
      now += ms;
    },
    fail: (times: number) => {
      for (let i = 0; i < times; i++) it.record('bad', 'pass');
    },
  };
}

test('failures in a row open it, and a success between them does not let it come to that', () => {
  const { it, fail } = stage();
  fail(3);
  it.record('good', 'pass');
  fail(2);
  expect(it.state()).toBe('closed');
  fail(2);
  expect(it.admit()).toBe('refuse');
});

test('a share of failures in the window opens it, and old ones do not count', () => {
  const { it, fail, after } = stage();
  for (let i = 0; i < 4; i++) {
    it.record('good', 'pass');
    fail(1);
  }
  after(1_100);
  it.record('good', 'pass');
  fail(1);
  expect(it.state()).toBe('closed');
  for (let i = 0; i < 4; i++) {
    it.record('good', 'pass');
    fail(1);
  }
  expect(it.state()).toBe('open');
});

test('where there is little traffic, three failures are enough', () => {
  const { it, fail, after } = stage();
  fail(2);
  after(800);
  expect(it.state()).toBe('closed');
  fail(1);
  expect(it.state()).toBe('open');
});

test('one query probes it; its failure doubles the wait, its success closes it', () => {
  const { it, fail, after } = stage();
  fail(4);
  after(100);
  expect([it.admit(), it.admit()]).toEqual(['probe', 'refuse']);
  it.record('bad', 'probe');
  after(199);
  expect(it.admit()).toBe('refuse');
  after(1);
  expect(it.admit()).toBe('probe');
  it.record('good', 'probe');
  expect([it.state(), it.admit()]).toEqual(['closed', 'pass']);
});

test('a probe that learned nothing leaves the next one to find out', () => {
  const { it, fail, after } = stage();
  fail(4);
  after(100);
  it.admit();
  it.record('void', 'probe');
  expect(it.admit()).toBe('probe');
});

test('whatever happens, it lets through when closed, one at a time when not, and recovers', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('admit' as const) }),
    fc.record({
      kind: fc.constant('end' as const),
      which: fc.nat(),
      verdict: fc.constantFrom<Verdict>('good', 'bad', 'void'),
    }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 500 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let now = 0;
      const it = breaker(OPTIONS, () => now);
      const running: Admission[] = [];
      for (const each of steps) {
        if (each.kind === 'wait') now += each.ms;
        else if (each.kind === 'admit') {
          const wasClosed = it.state() === 'closed';
          const admission = it.admit();
          expect(admission === 'pass').toBe(wasClosed);
          if (admission !== 'refuse') running.push(admission);
        } else if (running.length > 0) {
          const [admission = 'pass'] = running.splice(each.which % running.length, 1);
          it.record(each.verdict, admission);
        }
        expect(running.filter((admission) => admission === 'probe').length).toBeLessThan(2);
        expect(it.state() === 'half-open').toBe(running.includes('probe'));
      }
      for (const admission of running) it.record('bad', admission);
      now += OPTIONS.maxOpenMs;
      if (it.state() !== 'closed') {
        expect(it.admit()).toBe('probe');
        it.record('good', 'probe');
      }
      expect(it.admit()).toBe('pass');
    }),
  );
});
