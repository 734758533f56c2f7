import { causeOf, masked, speaksOfTheRequest } from '@souk/platform/graphql-errors';
import type { Logger } from '@souk/platform/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FormattedErrors } from '../operations/answer.ts';

/**
 * Apollo Server's formatError. What came from executing a plan has been judged already and carries
 * a path or a service; anything else of unknown code is logged and masked.
 */
export const formatError =
  (log: Logger, alreadyFormatted: FormattedErrors) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (error instanceof Error && alreadyFormatted.has(error)) return formatted;
    const { extensions, path } = formatted;
    const judged = extensions?.service !== undefined || path !== undefined;
    if (judged || speaksOfTheRequest(formatted)) {
      const { stacktrace: _, ...shown } = extensions ?? {};
      // Apollo Server tells whoever asks how it would be configured.
      const isHidden = shown.validationErrorCode === 'INTROSPECTION_DISABLED';
      const message = isHidden ? 'Introspection is not allowed here.' : formatted.message;
      return { ...formatted, message, extensions: shown };
    }
    if (blamesTheRequest(error)) {
      return { message: formatted.message, extensions: { code: 'BAD_USER_INPUT' } };
    }
    log.error({ err: causeOf(error) }, 'request failed');
    return masked();
  };

/** What Apollo Server answers with 400 and no code of its own: a hash that is not the text's, say. */
function blamesTheRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return false;
  const { http } = error.extensions as { http?: { status?: number } };
  return http?.status === 400;
}
