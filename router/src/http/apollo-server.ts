import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from '@souk/platform/log';
import type { Config } from '../config.ts';
import { formatError } from '../errors/format-error.ts';
import { limitRule } from '../limits/limit-rule.ts';
import type { RequestScope } from './scope.ts';

/** Apollo Server as a pipeline only: parse, validate, limits, execute by our gateway, format. */
export function apolloServer(
  config: Config,
  gateway: GatewayInterface,
  log: Logger,
): ApolloServer<RequestScope> {
  return new ApolloServer<RequestScope>({
    gateway,
    introspection: config.INTROSPECTION,
    hideSchemaDetailsFromClientErrors: !config.INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    nodeEnv: config.NODE_ENV,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    formatError: formatError(log),
    parseOptions: { maxTokens: config.MAX_TOKENS },
    validationRules: [
      limitRule({
        maxDepth: config.MAX_DEPTH,
        maxAliases: config.MAX_ALIASES,
        maxRootFields: config.MAX_ROOT_FIELDS,
        maxFields: config.MAX_FIELDS,
      }),
    ],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
