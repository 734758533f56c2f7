import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';

/** Answers `__schema` and `__type` from the API schema by graphql-js. */
export const introspector =
  (
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    variables: Readonly<Record<string, unknown>>,
  ) =>
  (first: FieldNode, nodes: readonly FieldNode[] = [first]): unknown => {
    const field = joined(first, nodes);
    const { data } = executeSync({
      schema,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [
          {
            kind: Kind.OPERATION_DEFINITION,
            operation: OperationTypeNode.QUERY,
            ...(operation.variableDefinitions && {
              variableDefinitions: operation.variableDefinitions,
            }),
            selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
          },
          ...fragments.values(),
        ],
      },
      variableValues: variables,
    });
    return data?.[(field.alias ?? field.name).value] ?? null;
  };

/** A field with the selections of all fields of its response name. */
function joined(first: FieldNode, nodes: readonly FieldNode[]): FieldNode {
  if (first.selectionSet === undefined) return first;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { ...first, selectionSet: { ...first.selectionSet, selections } };
}
