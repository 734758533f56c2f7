import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';

/**
 * Whether an answer's text says that nothing was executed: it has errors and no `data`. Inside a
 * string the quotes would be escaped.
 */
export const isRefused = (text: string): boolean =>
  text.startsWith('{"errors":') && !text.includes(',"data":');

/** Errors that the executor has formatted for clients: they are not to be judged again. */
export type FormattedErrors = WeakSet<object>;

/** An answer's text as Apollo Server takes results. Its errors are noted as formatted. */
export function resultOf(text: string, formatted: FormattedErrors): ExecutionResult {
  const { errors, ...rest } = JSON.parse(text) as {
    errors?: readonly GraphQLFormattedError[];
    data?: Record<string, unknown> | null;
  };
  if (errors === undefined) return rest;
  return { ...rest, errors: errors.map((error) => toError(error, formatted)) };
}

function toError(
  { message, locations, path, extensions }: GraphQLFormattedError,
  formatted: FormattedErrors,
): GraphQLError {
  const error = new GraphQLError(message, { path, extensions });
  // Without the document, graphql-js cannot work them out again.
  if (locations !== undefined) Object.assign(error, { locations });
  formatted.add(error);
  return error;
}
