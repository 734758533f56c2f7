import {
  type ASTVisitor,
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/**
 * Refuses `@skip` and `@include` where a subscription chooses its one field (GraphQL, September
 * 2025, 5.2.4.1). graphql-js 16 has no such rule: it throws for a variable there, instead of
 * reporting anything. So the rest of a document that is refused here is kept from its other rules.
 */
export const unconditionalStreams = (context: ValidationContext): ASTVisitor => ({
  Document: (document) => {
    const problems = conditional(document);
    if (problems.length === 0) return undefined;
    for (const problem of problems) context.reportError(problem);
    return { ...document, definitions: [] };
  },
});

function conditional(document: DocumentNode): GraphQLError[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) return [];
    const nodes = conditions(document, definition.selectionSet, new Set());
    return nodes.length === 0 ? [] : [problem(definition, nodes)];
  });
}

/** The conditions of a selection, wherever fragments have them; each fragment once. */
function conditions(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  seen: Set<string>,
): readonly DirectiveNode[] {
  return selections.flatMap((selection) => {
    const own = (selection.directives ?? []).filter(({ name }) =>
      /^(skip|include)$/.test(name.value),
    );
    if (selection.kind === Kind.FIELD) return own;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return [...own, ...conditions(document, selection.selectionSet, seen)];
    }
    const { value } = selection.name;
    if (seen.has(value)) return own;
    seen.add(value);
    const spread = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === value,
    );
    return spread?.kind === Kind.FRAGMENT_DEFINITION
      ? [...own, ...conditions(document, spread.selectionSet, seen)]
      : own;
  });
}

/** In the words of graphql-js 17. */
function problem({ name }: OperationDefinitionNode, nodes: readonly DirectiveNode[]) {
  const which = name === undefined ? 'Anonymous Subscription' : `Subscription "${name.value}"`;
  return new GraphQLError(
    `${which} must not use \`@skip\` or \`@include\` directives in the top level selection.`,
    { nodes },
  );
}
