/** Choices, the same for the same seed. */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  chance: (share: number) => boolean;
  int: (below: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** A non-empty part of a list, in its order. */
  some: <T>(from: readonly T[], share?: number) => T[];
};

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(from: readonly T[]): T => from[int(from.length)] as T;
  return {
    next,
    chance: (share) => next() < share,
    int,
    pick,
    some: (from, share = 0.5) => {
      const part = from.filter(() => next() < share);
      return part.length > 0 ? part : [pick(from)];
    },
  };
}
