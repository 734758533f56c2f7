import type { GraphQLFormattedError } from 'graphql';
import type { RequestScope } from '../http/scope.ts';
import type { ExecuteOperation } from './execute.ts';
import type { PreparedOperation } from './prepared.ts';

/** Runs a prepared operation for a viewer, whichever door it came through: the answer's text. */
export type RunOperation = (
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  scope: RequestScope,
) => Promise<string>;

/** Why an operation is not run with these variables, or null. */
export type Limit = (
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
) => GraphQLFormattedError | null;

/** Limits that depend on variables, then what the viewer may have, then its execution. */
export const operationRunner =
  (execute: ExecuteOperation, limit: Limit | null): RunOperation =>
  (operation, variables, scope) => {
    const refused = limit === null ? null : limit(operation, variables);
    if (refused !== null) return Promise.resolve(withoutData([refused]));
    const variant = operation.authorize(scope.viewer);
    if (variant.rejected) return Promise.resolve(withoutData(variant.errors));
    return execute(operation, variant, variables, scope);
  };

const withoutData = (errors: readonly GraphQLFormattedError[]): string =>
  JSON.stringify({ errors });
