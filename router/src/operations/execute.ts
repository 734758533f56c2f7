import type { Variant } from '../authorization/variant.ts';
import type { RequestScope } from '../http/scope.ts';
import type { PreparedOperation } from './prepared.ts';

/**
 * Executes what a variant leaves of an operation: the whole JSON text of the answer, errors before
 * data, formatted and masked for clients. Text without `data` is a request refused before anything
 * was fetched (its variables do not fit, say). Throws GraphQLError where it cannot be planned.
 */
export type ExecuteOperation = (
  operation: PreparedOperation,
  variant: Variant,
  variables: Readonly<Record<string, unknown>>,
  scope: RequestScope,
) => Promise<string>;
