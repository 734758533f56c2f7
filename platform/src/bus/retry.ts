export type RetryPolicy = {
  /** How often a message is tried in all before it is given up. */
  attempts: number;
  /** The longest wait before the second attempt, in milliseconds; it doubles with each one. */
  baseMs: number;
  /** No wait is longer than this, in milliseconds. */
  maxMs: number;
};

/** Six attempts within about six seconds. */
export const DEFAULT_RETRY: RetryPolicy = { attempts: 6, baseMs: 200, maxMs: 10_000 };

/**
 * The wait after a failed attempt (1 is the first), in milliseconds: between half and all of an
 * exponential step, so that those who failed together do not come back together.
 */
export function backoffMs(
  attempt: number,
  { baseMs, maxMs }: Pick<RetryPolicy, 'baseMs' | 'maxMs'>,
  random: () => number = Math.random,
): number {
  const step = Math.min(maxMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(step / 2 + (random() * step) / 2);
}
