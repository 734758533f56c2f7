type Named = { name: string };

/** What two lists share, and what only one of them has, by name and in their order. */
export type NamedPairs<T> = { added: T[]; removed: T[]; kept: { before: T; after: T }[] };

export function namedPairs<T extends Named>(
  before: readonly T[],
  after: readonly T[],
): NamedPairs<T> {
  const old = new Map(before.map((each) => [each.name, each]));
  const names = new Set(after.map(({ name }) => name));
  return {
    added: after.filter(({ name }) => !old.has(name)),
    removed: before.filter(({ name }) => !names.has(name)),
    kept: after.flatMap((each) => {
      const same = old.get(each.name);
      return same === undefined ? [] : [{ before: same, after: each }];
    }),
  };
}
