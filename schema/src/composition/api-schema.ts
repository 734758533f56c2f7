import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, printSchema } from 'graphql';

/** What clients see of a supergraph. */
export const apiSchema = (supergraph: string): GraphQLSchema =>
  Supergraph.build(supergraph, { supportedFeatures: null, validateSupergraph: false })
    .apiSchema()
    .toGraphQLJSSchema();

/** The same as SDL. */
export const apiSchemaText = (supergraph: string): string =>
  `${printSchema(apiSchema(supergraph)).trimEnd()}\n`;
