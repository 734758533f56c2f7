import { stricterRules } from '@souk/router/operations/stricter-rules';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  KnownTypeNamesRule,
  specifiedRules,
  validate,
  visit,
} from 'graphql';

/** GraphQL's rule about names of types lists every type of the schema anew, for each document. */
const ALL = [...specifiedRules, ...stricterRules];
const RULES = ALL.filter((rule) => rule !== KnownTypeNamesRule);
const FIRST = { maxErrors: 20 };

/** What is wrong with an operation on a schema, as GraphQL's rules say. */
export const validateOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly GraphQLError[] =>
  validate(schema, document, namesKnownTypes(schema, document) ? RULES : ALL, FIRST);

function namesKnownTypes(schema: GraphQLSchema, document: DocumentNode): boolean {
  let allKnown = true;
  visit(document, {
    NamedType: ({ name }) => {
      if (schema.getType(name.value) === undefined) allKnown = false;
    },
  });
  return allKnown;
}
