import { causeOf, masked, speaksOfTheRequest } from '@souk/platform/graphql-errors';
import type { Logger } from '@souk/platform/log';
import type { GraphQLFormattedError } from 'graphql';

/**
 * Apollo Server's formatError. What came from executing a plan has been judged already and carries
 * a path or a service; anything else of unknown code is logged and masked.
 */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { extensions, path } = formatted;
    const judged = extensions?.service !== undefined || path !== undefined;
    if (judged || speaksOfTheRequest(formatted)) {
      const { stacktrace: _, ...shown } = extensions ?? {};
      return { ...formatted, extensions: shown };
    }
    log.error({ err: causeOf(error) }, 'request failed');
    return masked();
  };
