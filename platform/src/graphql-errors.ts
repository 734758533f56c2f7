import type { GraphQLFormattedError } from 'graphql';
import { AppError, codes } from './errors.ts';
import type { Logger } from './log.ts';

/** Codes of graphql-js and Apollo Server whose messages speak of the request, not of our internals. */
const SAFE_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo Server's formatError: our errors speak, everything unknown is logged and masked. */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path, message } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const original = cause(error);
    if (original instanceof AppError) {
      const { code, details } = original;
      const extensions = { ...details, code, retryable: codes[code].retryable };
      return { message: original.message, ...place, extensions };
    }
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && SAFE_CODES.has(code)) {
      return { message, ...place, extensions: { code } };
    }
    log.error({ err: original, path }, 'resolver failed');
    return {
      message: 'Something went wrong here.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };

/** What a resolver threw, inside however many GraphQLErrors that only add its place. */
function cause(error: unknown): unknown {
  const inner =
    error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return inner === undefined ? error : cause(inner);
}
