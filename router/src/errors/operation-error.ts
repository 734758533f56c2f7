import { GraphQLError } from 'graphql';

/** A document has no operation of this name; without a name, more than one. Source: GraphQL spec 6.1. */
export const unknownOperation = (name: string | undefined): GraphQLError =>
  new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  );
