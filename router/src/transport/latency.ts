/** A moving average of latencies, in milliseconds. */
export type Latency = {
  /** Halved by every second without a new one, so that a slow instance is tried again. */
  average: () => number;
  /** `at`: now, for who has just looked at the clock. */
  observe: (milliseconds: number, at?: number) => void;
};

const WEIGHT = 0.1;
const HALVED_MS = 1_000;

export function latency(now: () => number): Latency {
  let known = 0;
  let knownAt = 0;
  const averageAt = (at: number) => known * 2 ** ((knownAt - at) / HALVED_MS);
  return {
    average: () => averageAt(now()),
    observe: (milliseconds, at = now()) => {
      const before = averageAt(at);
      known = before === 0 ? milliseconds : before + WEIGHT * (milliseconds - before);
      knownAt = at;
    },
  };
}
