/** Codes of a request that is well-formed, and whose operation cannot be executed. */
const OF_OPERATIONS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/**
 * The status of an answer without data whose request was well-formed: 200 for a client that asks
 * for application/json by name, which may not tell a GraphQL answer of another status from that of
 * a proxy (GraphQL over HTTP, 6.4.1); 400 for any other.
 */
export const refusedStatus = (accept: string | undefined, mediaType: string): 200 | 400 =>
  mediaType.startsWith('application/json') && accept?.includes('application/json') ? 200 : 400;

/** Whether an answer of status 400 speaks of the operation, not of how it was sent. */
export function speaksOfOperation(text: string): boolean {
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] };
  return errors?.every(({ extensions }) => OF_OPERATIONS.has(extensions?.code)) ?? false;
}
