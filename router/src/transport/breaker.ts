export type BreakerOptions = {
  /** Failures without a success between them that open it. */
  readonly consecutive: number;
  /** Three failures in a row are enough after so long without a success: there is little traffic. */
  readonly silentMs: number;
  /** Share of failures in the window that opens it, once there were `minimum` verdicts. */
  readonly share: number;
  readonly minimum: number;
  readonly windowMs: number;
  /** How long it stays open at first; doubled each time that the probe fails, up to `maxOpenMs`. */
  readonly openMs: number;
  readonly maxOpenMs: number;
};

export type BreakerState = 'closed' | 'open' | 'half-open';

/** `probe`: this one finds out for all others whether the breaker may close. */
export type Admission = 'pass' | 'probe' | 'refuse';

/** `void`: nothing was learned of the other side. */
export type Verdict = 'good' | 'bad' | 'void';

export type Breaker = {
  /** A probe must be followed by its verdict. */
  admit: () => Admission;
  /** `at`: now, for who has just looked at the clock. */
  record: (verdict: Verdict, admission: Admission, at?: number) => void;
  /** There is reason to hope: the next one may probe. */
  hurry: () => void;
  state: () => BreakerState;
};

const SLOTS = 10;
const SILENT = 3;

/** A circuit breaker. `now` counts milliseconds. Source: Nygard, Release It!, chapter 5. */
export function breaker(
  options: BreakerOptions,
  now: () => number,
  onChange: (state: BreakerState) => void = () => {},
): Breaker {
  const slotMs = options.windowMs / SLOTS;
  const good = new Array<number>(SLOTS).fill(0);
  const bad = new Array<number>(SLOTS).fill(0);
  let newest = Math.floor(now() / slotMs);
  let inRow = 0;
  let state: BreakerState = 'closed';
  let openUntil = 0;
  let opened = 0;
  let goodAt = now();

  function turnTo(next: BreakerState): void {
    if (next === state) return;
    state = next;
    onChange(next);
  }

  function slot(at: number): number {
    const current = Math.floor(at / slotMs);
    for (let it = Math.max(newest + 1, current - SLOTS + 1); it <= current; it++) {
      good[it % SLOTS] = 0;
      bad[it % SLOTS] = 0;
    }
    newest = Math.max(newest, current);
    return newest % SLOTS;
  }

  function open(): void {
    openUntil = now() + Math.min(options.openMs * 2 ** opened, options.maxOpenMs);
    opened += 1;
    turnTo('open');
  }

  function close(): void {
    good.fill(0);
    bad.fill(0);
    inRow = 0;
    opened = 0;
    goodAt = now();
    turnTo('closed');
  }

  function isTripped(): boolean {
    if (inRow >= options.consecutive) return true;
    if (inRow >= SILENT && now() - goodAt >= options.silentMs) return true;
    const failures = sum(bad);
    const verdicts = failures + sum(good);
    return verdicts >= options.minimum && failures / verdicts >= options.share;
  }

  return {
    admit: () => {
      if (state === 'closed') return 'pass';
      if (state === 'half-open' || now() < openUntil) return 'refuse';
      turnTo('half-open');
      return 'probe';
    },
    record: (verdict, admission, at = now()) => {
      if (admission === 'probe') {
        if (state !== 'half-open') return;
        if (verdict === 'good') close();
        else if (verdict === 'bad') open();
        else turnTo('open');
        return;
      }
      // What was sent before it opened says nothing of now.
      if (state !== 'closed' || verdict === 'void') return;
      const index = slot(at);
      if (verdict === 'good') {
        inRow = 0;
        goodAt = at;
        good[index] = (good[index] ?? 0) + 1;
        return;
      }
      inRow += 1;
      bad[index] = (bad[index] ?? 0) + 1;
      if (isTripped()) open();
    },
    hurry: () => {
      openUntil = 0;
    },
    state: () => state,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
