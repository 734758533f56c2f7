import { type Asked, type AskedFields, askedFields, conditionsAt } from './asked.ts';
import type { SelectionTree } from './selection-tree.ts';
import type { Writes } from './writes.ts';

/** At an object that a fetch brings: names that are for other fetches to bring, and what is below. */
export type ForeignNames = {
  readonly names: readonly string[];
  readonly below: ReadonlyMap<string, Foreign>;
};

/** The same where it depends on what type the object says it is of. */
export type Foreign = ForeignNames | { readonly ofType: (typename: unknown) => ForeignNames };

/** What another fetch brings, seen from an object: at it, or further down a path. */
type Seen = { readonly path: readonly string[]; readonly brings: SelectionTree };

/**
 * The names that a fetch did not ask for and other fetches of its plan did, at the same places of
 * the answer. Only these can do harm: nobody reads the others. Null where there are none. At the
 * objects themselves it is only about the names that merging reads, which are those in `brings`.
 */
export function foreignNames(
  { path, brings }: Writes,
  asked: Asked,
  others: readonly Writes[],
): Foreign | null {
  const steps = path.filter((step) => step !== '@');
  const seen = others.map((other) => ({
    path: other.path.filter((step) => step !== '@'),
    brings: other.brings,
  }));
  const found = at(asked, steps.reduce(enter, seen), 1, (name) => brings.has(name));
  return found !== null && 'names' in found && isNothing(found) ? null : found;
}

/** `conditions`: how many type conditions there may be before types matter. */
function at(
  asked: Asked,
  seen: readonly Seen[],
  conditions: number,
  matters: (name: string) => boolean,
): Foreign | null {
  if (seen.length === 0) return null;
  const namesOf = (fields: AskedFields): ForeignNames => {
    const names = new Set<string>();
    for (const { path, brings } of seen) {
      if (path.length > 0) continue;
      for (const name of brings.keys()) if (!fields.has(name) && matters(name)) names.add(name);
    }
    const below = new Map<string, Foreign>();
    for (const [key, inner] of fields) {
      const found = inner === null ? null : at(inner, enter(seen, key), 0, () => true);
      if (found !== null) below.set(key, found);
    }
    return { names: [...names], below };
  };
  if (conditionsAt(asked) > conditions) {
    return { ofType: (typename) => namesOf(askedFields(asked, typename)) };
  }
  const all = namesOf(askedFields(asked, null));
  return isNothing(all) ? null : all;
}

const isNothing = ({ names, below }: ForeignNames): boolean =>
  names.length === 0 && below.size === 0;

function enter(seen: readonly Seen[], key: string): Seen[] {
  return seen.flatMap(({ path, brings }) => {
    if (path.length > 0) return path[0] === key ? [{ path: path.slice(1), brings }] : [];
    const tree = brings.get(key);
    return tree ? [{ path, brings: tree }] : [];
  });
}
