import type { GraphQLSchema } from 'graphql';
import type { Failure, Path } from '../errors/subgraph-error.ts';
import type { SelectionTree } from '../plan/selection-tree.ts';
import { type Data, isConcrete } from './merge.ts';

/** Why a value of the answer is missing. Without a path it speaks of the place where it is met. */
export type Entry = { readonly failure: Failure; readonly path: Path | undefined };

/**
 * What failed in a request, noted at the objects of the answer that lack a value for it. Shaping
 * reports an entry where it meets the gap, so that errors have the client's path and only speak of
 * fields that the client asked for.
 */
export type Failures = {
  /** A value at `key` of an object, or at an index of a list, is missing. */
  note: (container: object, key: string | number, entry: Entry) => void;
  /** An error that belongs to no gap. */
  noteLoose: (entry: Entry) => void;
  /** All that a fetch would have brought to this object and is not there is missing. */
  noteAll: (target: Data, brings: SelectionTree, entry: Entry) => void;
  at: (container: object, key: string | number) => readonly Entry[];
  all: () => ReadonlySet<Entry>;
};

/** Collects failures; nothing is made for a request in which nothing fails. */
export function lazyFailures(schema: GraphQLSchema): Failures & { readonly some: () => boolean } {
  let collected: Failures | null = null;
  const get = () => {
    collected ??= collectFailures(schema);
    return collected;
  };
  return {
    note: (container, key, entry) => get().note(container, key, entry),
    noteLoose: (entry) => get().noteLoose(entry),
    noteAll: (target, brings, entry) => get().noteAll(target, brings, entry),
    at: (container, key) => collected?.at(container, key) ?? NONE,
    all: () => collected?.all() ?? NO_ENTRIES,
    some: () => collected !== null && collected.all().size > 0,
  };
}

const NONE: readonly Entry[] = [];
const NO_ENTRIES: ReadonlySet<Entry> = new Set();

export function collectFailures(schema: GraphQLSchema): Failures {
  const gaps = new Map<object, Map<string | number, Entry[]>>();
  const all = new Set<Entry>();

  const note: Failures['note'] = (container, key, entry) => {
    all.add(entry);
    const keys = gaps.get(container) ?? new Map<string | number, Entry[]>();
    gaps.set(container, keys);
    const entries = keys.get(key);
    if (entries === undefined) keys.set(key, [entry]);
    else if (!entries.includes(entry)) entries.push(entry);
  };

  const noteBelow = (value: unknown, brings: SelectionTree, entry: Entry): void => {
    if (Array.isArray(value)) for (const item of value) noteBelow(item, brings, entry);
    else if (typeof value === 'object' && value !== null) noteAll(value as Data, brings, entry);
  };

  const noteAll: Failures['noteAll'] = (target, brings, entry) => {
    all.add(entry);
    for (const [key, below] of brings) {
      const value = Object.hasOwn(target, key) ? target[key] : undefined;
      const gap =
        value === undefined || (key === '__typename' && !isConcrete(schema, target.__typename));
      if (!gap && below !== null) noteBelow(value, below, entry);
      else if (gap && !gaps.get(target)?.has(key)) note(target, key, entry);
    }
  };

  return {
    note,
    noteAll,
    noteLoose: (entry) => all.add(entry),
    at: (container, key) => gaps.get(container)?.get(key) ?? NONE,
    all: () => all,
  };
}
