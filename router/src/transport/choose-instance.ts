import type { Instance } from './instance.ts';

export type Choice = { readonly instance: Instance; readonly isProbe: boolean };

/** Latencies are noise unless they differ by this factor. */
const MARKED = 2;

/**
 * Power of two choices: the better of two instances drawn at random, by what it costs to wait there.
 * An ejected instance that is due is probed; when less than `panicShare` of all would be left,
 * ejections do not count. Null: `tried` has them all. Source: Mitzenmacher, The Power of Two Choices
 * in Randomized Load Balancing; Envoy's panic threshold.
 */
export function chooseInstance(
  all: readonly Instance[],
  tried: ReadonlySet<Instance> | null,
  options: { readonly panicShare: number; readonly mayProbe: boolean },
  random: () => number = Math.random,
): Choice | null {
  const [only] = all;
  if (only === undefined) return null;
  if (all.length === 1) return tried?.has(only) ? null : chosen(only, options.mayProbe);
  const into = all.filter(({ ejection }) => ejection.standing() === 'in');
  if (into.length < all.length && into.length >= options.panicShare * all.length) {
    const due = options.mayProbe
      ? all.find((it) => it.ejection.standing() === 'due' && !tried?.has(it))
      : undefined;
    const best = due ?? betterOfTwo(untried(into, tried), random);
    if (best !== null) return chosen(best, options.mayProbe);
  }
  const any = betterOfTwo(untried(all, tried), random);
  return any === null ? null : chosen(any, options.mayProbe);
}

function chosen(instance: Instance, mayProbe: boolean): Choice {
  const isProbe = mayProbe && instance.ejection.standing() === 'due';
  if (isProbe) instance.ejection.probe();
  return { instance, isProbe };
}

const untried = (instances: readonly Instance[], tried: ReadonlySet<Instance> | null) =>
  tried === null ? instances : instances.filter((instance) => !tried.has(instance));

function betterOfTwo(from: readonly Instance[], random: () => number): Instance | null {
  const at = Math.floor(random() * from.length);
  const one = from[at];
  if (one === undefined) return null;
  if (from.length === 1) return one;
  const other = from[(at + 1 + Math.floor(random() * (from.length - 1))) % from.length] ?? one;
  const costOfOne = cost(one);
  const costOfOther = cost(other);
  if (costOfOne >= MARKED * costOfOther) return other;
  if (costOfOther >= MARKED * costOfOne) return one;
  return other.outstanding < one.outstanding ? other : one;
}

/** Under a millisecond all are alike. */
const cost = ({ latency, outstanding }: Instance): number =>
  Math.max(1, latency.average()) * (outstanding + 1);
