import type { GraphQLFormattedError } from 'graphql';
import { AppError, codes } from './errors.ts';
import type { Logger } from './log.ts';

/** Codes of graphql-js and Apollo Server whose messages speak of the request, not of our internals. */
const CODES_OF_THE_REQUEST: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'COST_ESTIMATED_TOO_EXPENSIVE',
  'COST_QUERY_PARSE_FAILURE',
]);

/** Whether an error was raised about the request itself, so that its message is for the caller. */
export const speaksOfTheRequest = ({ extensions }: GraphQLFormattedError): boolean =>
  CODES_OF_THE_REQUEST.has(extensions?.code);

type Place = Pick<GraphQLFormattedError, 'locations' | 'path'>;

/** What is told of an error that is not for the caller. */
export const masked = (place: Place = {}): GraphQLFormattedError => ({
  message: 'Something went wrong here.',
  ...place,
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
});

/** What a resolver threw, inside however many GraphQLErrors that only add its place. */
export function causeOf(error: unknown): unknown {
  const inner =
    error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return inner === undefined ? error : causeOf(inner);
}

/**
 * Whether PostgreSQL refused U+0000 in a text (SQLSTATE 22021). It can only have come from the
 * caller, and only in what is looked up: what is written goes through parseInput.
 */
function isUnstorableText(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && each.code === '22021') return true;
  }
  return false;
}

/** What a resolver threw, in our words where it is the caller's doing. */
const understood = (cause: unknown): unknown =>
  isUnstorableText(cause)
    ? new AppError('BAD_USER_INPUT', 'A text holds a character that no text may have.')
    : cause;

/** Apollo Server's formatError: our errors speak, everything unknown is logged and masked. */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path, message } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = understood(causeOf(error));
    if (cause instanceof AppError) {
      const { code, details } = cause;
      const extensions = { ...details, code, retryable: codes[code].retryable };
      return { message: cause.message, ...place, extensions };
    }
    if (speaksOfTheRequest(formatted)) {
      return { message, ...place, extensions: { code: formatted.extensions?.code } };
    }
    log.error({ err: cause, path }, 'resolver failed');
    return masked(place);
  };
