import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from '@souk/platform/log';
import type { GraphQLFormattedError } from 'graphql';

/** Codes whose messages speak of the request. */
const SAFE_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Apollo Server's formatError. What came from executing a plan has been judged already and carries
 * a path or a service; anything else of unknown code is logged and masked.
 */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { extensions, path } = formatted;
    const code = extensions?.code;
    const judged = extensions?.service !== undefined || path !== undefined;
    if (judged || (typeof code === 'string' && SAFE_CODES.has(code))) {
      const { stacktrace: _, ...shown } = extensions ?? {};
      return { ...formatted, extensions: shown };
    }
    log.error({ err: unwrapResolverError(error) }, 'request failed');
    return {
      message: 'Something went wrong here.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
