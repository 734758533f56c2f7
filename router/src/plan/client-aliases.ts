import {
  type DocumentNode,
  type FieldNode,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { RequiredNames } from '../generation/required-names.ts';

/** A client's document, planned under names of our own where `@requires` could be mixed up. */
export type IsolatedDocument = {
  readonly document: DocumentNode;
  /**
   * The name under which a client's field is fetched, where it is not its own. It only depends on
   * what the field says: a field of the unfiltered document has the name of its filtered self.
   */
  readonly fetchedAs: (field: FieldNode) => string | undefined;
  /** From the name of ours to the client's. */
  readonly clientName: ReadonlyMap<string, string>;
};

/**
 * Gives a client's field a name of our own where its response name is one that `@requires` or
 * `@key` reads, and its arguments or its field differ: the planner merges both under one name
 * otherwise, and one of them gets the other's value.
 */
export function isolateClientFields(
  document: DocumentNode,
  required: RequiredNames,
): IsolatedDocument {
  const clientName = new Map<string, string>();
  const names = new Map<string, string>();

  const whatOf = (field: FieldNode): string | undefined => {
    const responseName = (field.alias ?? field.name).value;
    if (!required.names.has(responseName)) return undefined;
    const plain =
      responseName === field.name.value &&
      (field.arguments?.length ?? 0) === 0 &&
      !required.withArguments.has(responseName);
    if (plain) return undefined;
    return `${responseName}:${field.name.value}(${(field.arguments ?? []).map(print).join()})`;
  };
  const nameOf = (field: FieldNode): string | undefined => {
    const what = whatOf(field);
    if (what === undefined) return undefined;
    const responseName = (field.alias ?? field.name).value;
    let name = names.get(what);
    if (name === undefined) {
      name = `${responseName}__client_${names.size}`;
      names.set(what, name);
      clientName.set(name, responseName);
    }
    return name;
  };

  const inSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map(inSelection),
  });
  const inSelection = (selection: SelectionNode): SelectionNode => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { ...selection, selectionSet: inSet(selection.selectionSet) };
    }
    const name = nameOf(selection);
    return {
      ...selection,
      ...(name !== undefined && { alias: { kind: Kind.NAME, value: name } }),
      ...(selection.selectionSet && { selectionSet: inSet(selection.selectionSet) }),
    };
  };

  const isolated = document.definitions.map((definition) =>
    'selectionSet' in definition
      ? { ...definition, selectionSet: inSet(definition.selectionSet) }
      : definition,
  );
  if (names.size === 0) return { document, fetchedAs: () => undefined, clientName };
  const memo = new Map<FieldNode, string | undefined>();
  const fetchedAs = (field: FieldNode) => {
    if (!memo.has(field)) {
      const what = whatOf(field);
      memo.set(field, what === undefined ? undefined : names.get(what));
    }
    return memo.get(field);
  };
  return { document: { ...document, definitions: isolated }, fetchedAs, clientName };
}
