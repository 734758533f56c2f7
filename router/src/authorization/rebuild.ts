import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * The document of a filtered operation: only the fragments that are still spread, and only the
 * variables that are still used. `fragment` gives what is left of a fragment.
 */
export function rebuild(
  definition: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
  fragment: (name: string) => FragmentDefinitionNode | null,
): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const scan = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        const left = fragments.has(name.value) ? null : fragment(name.value);
        if (left === null) return;
        fragments.set(name.value, left);
        scan(left);
      },
    });
  const operation = { ...definition, selectionSet };
  scan(operation);
  const used = definition.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, ...(used && { variableDefinitions: used }) },
      ...fragments.values(),
    ],
  };
}
