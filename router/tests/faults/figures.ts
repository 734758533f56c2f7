import type { Asked } from './load.ts';

export const between = (asked: readonly Asked[], from: number, to: number): readonly Asked[] =>
  asked.filter(({ at }) => at >= from && at < to);

/** Milliseconds that this share of the requests took at most; 0 without requests. */
export function percentile(asked: readonly Asked[], share: number): number {
  const sorted = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const shareOf = (asked: readonly Asked[], isSo: (one: Asked) => boolean): number =>
  asked.length === 0 ? 0 : asked.filter(isSo).length / asked.length;

/**
 * From `since` to the first of twenty answers in a row of which no more than two failed, as a busy
 * machine lets some; Infinity if it did not come to that.
 */
export function recoveryMs(asked: readonly Asked[], since: number): number {
  const later = asked.filter(({ at }) => at >= since).sort((a, b) => a.at - b.at);
  for (let i = 0; i + 20 <= later.length; i++) {
    const run = later.slice(i, i + 20);
    if (run[0]?.isGood && run.filter(({ isGood }) => !isGood).length <= 2) return run[0].at - since;
  }
  return Number.POSITIVE_INFINITY;
}
