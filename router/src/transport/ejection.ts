import type { Verdict } from './breaker.ts';

export type EjectionOptions = {
  /** Failures without a success between them after which an instance is ejected. */
  readonly consecutive: number;
  /** How long at first; doubled each time, up to `maxMs`. */
  readonly ejectMs: number;
  readonly maxMs: number;
};

/** `due`: its time is over, and the copy of one query may find out how it is. */
export type Standing = 'in' | 'out' | 'due';

/** Whether one instance takes part in balancing. */
export type Ejection = {
  standing: () => Standing;
  /** The instance is due, and this is its query; a verdict must follow. */
  probe: () => void;
  /** `gone`: it could not even be reached, which needs no second proof. */
  record: (verdict: Verdict | 'gone', isProbe: boolean) => void;
};

/** An outlier ejection. `now` counts milliseconds. Source: Envoy's outlier detection. */
export function ejection(
  options: EjectionOptions,
  now: () => number,
  onChange: (standing: 'in' | 'out') => void = () => {},
): Ejection {
  let isOut = false;
  let isProbed = false;
  let until = 0;
  let inRow = 0;
  let ejected = 0;
  let readmittedAt = 0;

  function eject(): void {
    // One that stayed in for long is no repeated offender.
    if (!isOut && now() - readmittedAt > 10 * options.maxMs) ejected = 0;
    until = now() + Math.min(options.ejectMs * 2 ** ejected, options.maxMs);
    ejected += 1;
    inRow = 0;
    if (isOut) return;
    isOut = true;
    onChange('out');
  }

  function readmit(): void {
    isOut = false;
    inRow = 0;
    readmittedAt = now();
    onChange('in');
  }

  return {
    standing: () => {
      if (!isOut) return 'in';
      return isProbed || now() < until ? 'out' : 'due';
    },
    probe: () => {
      isProbed = true;
    },
    record: (verdict, isProbe) => {
      if (isProbe) {
        isProbed = false;
        if (verdict === 'good') readmit();
        else if (verdict !== 'void') eject();
        return;
      }
      // What was sent before it was ejected says nothing of now.
      if (isOut || verdict === 'void') return;
      if (verdict === 'good') inRow = 0;
      else if (verdict === 'gone' || ++inRow >= options.consecutive) eject();
    },
  };
}
