import { GraphQLError, type OperationDefinitionNode } from 'graphql';

/** A document has no operation of this name; without a name, more than one. Source: GraphQL spec 6.1. */
export const unknownOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  );

/** The schema lacks the operation's root type, which graphql-js does not validate. Source: GraphQL spec 5.2.1.1. */
export const noSuchOperationType = (operation: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`This graph has no ${operation.operation}s.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
