import type { Facts } from './facts.ts';

/** What an invariant found: how much it looked at, and a sentence for each breach. */
export type Finding = { checked: number; breaches: readonly string[] };

export type Invariant = {
  name: string;
  check: (facts: Facts) => Finding;
};

/** Looks at each of many things; `sentence` tells what is wrong with it, or null. */
export function each<Thing>(
  things: readonly Thing[],
  sentence: (thing: Thing) => string | null,
): Finding {
  return {
    checked: things.length,
    breaches: things.map(sentence).filter((breach) => breach !== null),
  };
}

export const all = (...findings: readonly Finding[]): Finding => ({
  checked: findings.reduce((sum, { checked }) => sum + checked, 0),
  breaches: findings.flatMap(({ breaches }) => breaches),
});

export const sum = <Thing>(things: readonly Thing[], amount: (thing: Thing) => number): number =>
  things.reduce((total, thing) => total + amount(thing), 0);

/** The things of each key, where a key without any has an empty list. */
export function grouped<Thing>(
  things: readonly Thing[],
  key: (thing: Thing) => string,
): (key: string) => readonly Thing[] {
  const groups = Map.groupBy(things, key);
  return (name) => groups.get(name) ?? [];
}
