import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** One operation of a document, and the fragments that it may spread. */
export type Operation = {
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
};

/** Null where the document has no such operation. */
export function operationOf(
  document: DocumentNode,
  operationName: string | undefined,
): Operation | null {
  const definition = getOperationAST(document, operationName);
  if (!definition) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  return { definition, fragments };
}
