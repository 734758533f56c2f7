import type { GraphQLError } from 'graphql';
import { type Path, toGraphQLError } from '../errors/subgraph-error.ts';
import type { SelectionTree } from '../plan/selection-tree.ts';
import type { Entry } from './failures.ts';
import type { Data } from './merge.ts';

/**
 * Errors that explain no gap of the answer. What only `@requires` needed is told with as much of
 * its path as the answer has. What the client selects on another type than the object turned out
 * to have is not told: it is no part of the answer.
 */
export function* unreported(
  all: ReadonlySet<Entry>,
  reported: ReadonlySet<Entry>,
  selects: SelectionTree,
  shaped: Data | null,
): Generator<GraphQLError> {
  const told = new Set([...reported].map(({ failure }) => failure));
  for (const { failure, path } of all) {
    if (told.has(failure)) continue;
    told.add(failure);
    const visible = path === undefined ? [] : visiblePart(path, selects, shaped);
    if (visible === null) continue;
    yield toGraphQLError(failure, visible.length === 0 ? undefined : visible);
  }
}

/** Null: the client selects what the path leads to, and the answer leaves it out. */
function visiblePart(path: Path, selects: SelectionTree, shaped: unknown): Path | null {
  const visible: (string | number)[] = [];
  let value = shaped;
  let selected: SelectionTree | null | undefined = selects;
  for (const key of path) {
    if (typeof key === 'string') {
      const isSelected: boolean = selected?.has(key) ?? false;
      selected = selected?.get(key);
      if (typeof value === 'object' && value !== null && !Object.hasOwn(value, key)) {
        return isSelected ? null : visible;
      }
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    visible.push(key);
    value = (value as Record<string | number, unknown>)[key];
  }
  return visible;
}
