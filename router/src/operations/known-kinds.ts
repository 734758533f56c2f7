import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * Refuses operations of a kind that the schema has no root type for (GraphQL, September 2025,
 * 5.2.1.1). graphql-js 16 has no such rule: to it every field of what is not there is valid.
 */
export const knownKinds = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (node) => {
    const { operation } = node;
    if (context.getSchema().getRootType(operation)) return;
    // In the words of graphql-js 17.
    context.reportError(
      new GraphQLError(`The ${operation} operation is not supported by the schema.`, {
        nodes: node,
      }),
    );
  },
});
