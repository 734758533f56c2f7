import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many root fields an operation asks for: each alias counts, and fragments count wherever they
 * are spread. Each fragment is counted once, so that counting cannot be made expensive.
 */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const known = new Map<string, number>();

  function inFragment(name: string): number {
    const counted = known.get(name);
    if (counted !== undefined) return counted;
    known.set(name, 0);
    const fragment = fragments.get(name);
    const count = fragment === undefined ? 0 : inSet(fragment.selectionSet);
    known.set(name, count);
    return count;
  }

  function inSet({ selections }: SelectionSetNode): number {
    let count = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) count += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += inSet(selection.selectionSet);
      else count += inFragment(selection.name.value);
    }
    return count;
  }

  return inSet(operation.selectionSet);
}
