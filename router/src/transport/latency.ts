/** A moving average of latencies, in milliseconds. */
export type Latency = {
  /** Halved by every second without a new one, so that a slow instance is tried again. */
  average: () => number;
  observe: (milliseconds: number) => void;
};

const WEIGHT = 0.1;
const HALVED_MS = 1_000;

export function latency(now: () => number): Latency {
  let known = 0;
  let at = 0;
  const average = () => known * 2 ** ((at - now()) / HALVED_MS);
  return {
    average,
    observe: (milliseconds) => {
      const before = average();
      known = before === 0 ? milliseconds : before + WEIGHT * (milliseconds - before);
      at = now();
    },
  };
}
