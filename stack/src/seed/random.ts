import { createHash } from 'node:crypto';

/** A stream of numbers that looks random and is the same for the same seed. */
export type Random = {
  /** At least 0, less than 1. */
  next: () => number;
  /** A whole number, both ends included. */
  whole: (least: number, most: number) => number;
  /** True this often, 0 to 1. */
  chance: (share: number) => boolean;
  /** Throws RangeError when there is nothing to pick from. */
  pick: <T>(from: readonly T[]) => T;
  /** Different elements, at most as many as there are, in no order. */
  sample: <T>(from: readonly T[], count: number) => T[];
};

/** 32 bits that stand for a text. */
export const hash32 = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0);

/** Mulberry32 (Tommy Ettinger, public domain): small, fast, not for secrets. */
export function seededRandom(seed: string): Random {
  let state = hash32(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('There is nothing to pick from.');
    return from[whole(0, from.length - 1)] as T;
  };
  const sample = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(whole(0, left.length - 1), 1));
    }
    return taken;
  };
  return { next, whole, chance: (share) => next() < share, pick, sample };
}
