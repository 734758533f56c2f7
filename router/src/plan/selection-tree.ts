import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** The response names that a fetch brings, type conditions flattened. Leaves have no children. */
export type SelectionTree = ReadonlyMap<string, SelectionTree | null>;

type Growing = Map<string, Growing | null>;

/**
 * What a subgraph operation brings to the objects that it is fetched for: below `_entities` for an
 * entity fetch, at the root otherwise. `rename` gives the final name of a planner's own alias.
 */
export function broughtBy(
  operation: string,
  isEntityFetch: boolean,
  rename: (responseName: string) => string,
): SelectionTree {
  const document = parse(operation, { noLocation: true });
  const definition = getOperationAST(document);
  if (!definition) return new Map();
  const tree = selectionTree(document, definition, rename);
  return isEntityFetch ? (tree.get('_entities') ?? new Map()) : tree;
}

/** The response names that an operation selects. */
export function selectionTree(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  rename: (responseName: string) => string = (name) => name,
): SelectionTree {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    }
  }
  const grow = (set: SelectionSetNode | undefined, tree: Growing): Growing => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const name = rename((selection.alias ?? selection.name).value);
        const sub = selection.selectionSet;
        tree.set(name, sub === undefined ? null : grow(sub, tree.get(name) ?? new Map()));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        grow(selection.selectionSet, tree);
      } else {
        grow(fragments.get(selection.name.value), tree);
      }
    }
    return tree;
  };
  return grow(operation.selectionSet, new Map());
}
