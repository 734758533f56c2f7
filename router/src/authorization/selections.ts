import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { Fragments } from './operation.ts';

/**
 * Whether a selection set selects fields of its own type outside fragments on other types;
 * `__typename` does not count.
 */
export function selectsDirectly(
  set: SelectionSetNode,
  type: string,
  fragments: Fragments,
  seen: Set<string> = new Set(),
): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value !== '__typename';
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? type;
      return on === type && selectsDirectly(selection.selectionSet, type, fragments, seen);
    }
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (fragment === undefined || seen.has(name)) return false;
    seen.add(name);
    const on = fragment.typeCondition.name.value;
    return on === type && selectsDirectly(fragment.selectionSet, type, fragments, seen);
  });
}

export const responseName = (field: FieldNode): string => (field.alias ?? field.name).value;
