import { Kind, type SelectionSetNode } from 'graphql';
import type { PreparedOperation } from '../operations/prepared.ts';

/** Whether a subscription's field is one of these, wherever its one root field stands. */
export function replaysLast(fields: readonly string[]): (operation: PreparedOperation) => boolean {
  const names = new Set(fields);
  if (names.size === 0) return () => false;
  return ({ source }) => {
    const { definitions } = source.document;
    const isRoot = (set: SelectionSetNode): boolean =>
      set.selections.some((selection) => {
        if (selection.kind === Kind.FIELD) return names.has(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return isRoot(selection.selectionSet);
        const { value } = selection.name;
        const fragment = definitions.find(
          (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === value,
        );
        return fragment?.kind === Kind.FRAGMENT_DEFINITION && isRoot(fragment.selectionSet);
      });
    return definitions.some(
      (each) =>
        each.kind === Kind.OPERATION_DEFINITION &&
        (source.operationName === undefined || each.name?.value === source.operationName) &&
        isRoot(each.selectionSet),
    );
  };
}
