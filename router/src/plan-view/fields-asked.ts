import { Kind, parse, type SelectionNode } from 'graphql';
import type { FetchStep } from './step.ts';

/** The fields that a request asks for: of the root, or of the entities; without what lies below. */
export function fieldsAsked({ operation, entities }: FetchStep): string[] {
  const document = parse(operation, { noLocation: true });
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const namesOf = (selection: SelectionNode): string[] => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return inner?.selectionSet.selections.flatMap(namesOf) ?? [];
  };
  const root = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const selections = root?.selectionSet.selections ?? [];
  const [first] = selections;
  const asked =
    entities.length > 0 && first?.kind === Kind.FIELD
      ? (first.selectionSet?.selections ?? [])
      : selections;
  return [...new Set(asked.flatMap(namesOf))].filter((name) => name !== '__typename');
}
