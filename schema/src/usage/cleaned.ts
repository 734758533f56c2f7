import { signatureOf } from '@souk/router/usage/signature';
import type { UsageFile } from '@souk/router/usage/usage-file';
import { type GraphQLSchema, parse } from 'graphql';

/** A record without any value in its documents, whoever wrote it, and without what does not parse. */
export const cleaned = (schema: GraphQLSchema, usage: UsageFile): UsageFile => ({
  ...usage,
  operations: usage.operations.flatMap((operation) => {
    try {
      const document = signatureOf(schema, parse(operation.document), operation.name ?? undefined);
      return [{ ...operation, document }];
    } catch {
      return [];
    }
  }),
});
