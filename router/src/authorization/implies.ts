import type { Atom } from './atoms.ts';

/** More combinations than this are not worked out: the answer is then no, which is the strict one. */
const MAX_COMBINATIONS = 2_000;

/**
 * Whether all who satisfy the given atoms satisfy the others too, whoever they are. The formulas
 * know no negation, so it is enough to look at each smallest set of names that satisfies the given.
 */
export function implies(given: readonly Atom[], others: readonly Atom[]): boolean {
  if (others.length === 0) return true;
  const combinations = smallestGrants(given);
  if (combinations === null) return false;
  return combinations.every((granted) =>
    others.every((atom) =>
      alternativesOf(atom).some((allOf) => allOf.every((name) => granted.has(name))),
    ),
  );
}

function smallestGrants(atoms: readonly Atom[]): readonly ReadonlySet<string>[] | null {
  let combinations: ReadonlySet<string>[] = [new Set()];
  for (const atom of new Set(atoms)) {
    combinations = combinations.flatMap((granted) =>
      alternativesOf(atom).map((allOf) => new Set([...granted, ...allOf])),
    );
    if (combinations.length > MAX_COMBINATIONS) return null;
  }
  return combinations;
}

/** The alternatives of an atom with names that tell scopes from policies. */
function alternativesOf(atom: Atom): string[][] {
  if (atom.kind === 'authenticated') return [['authenticated']];
  return atom.anyOf.map((allOf) => [
    ...(atom.kind === 'scopes' ? ['authenticated'] : []),
    ...allOf.map((name) => `${atom.kind} ${name}`),
  ]);
}
