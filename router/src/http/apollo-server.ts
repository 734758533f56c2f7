import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
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
import type { FormattedErrors } from '../operations/answer.ts';
import type { DocumentStore } from '../operations/document-store.ts';
import type { PersistedQueries } from '../operations/persisted-queries.ts';
import { stricterRules } from '../operations/stricter-rules.ts';
import type { JudgedScope } from './judged-scope.ts';

/** Apollo Server as a pipeline only: parse, validate, limits, execute by our gateway, format. */
export function apolloServer(
  config: Config,
  parts: {
    gateway: GatewayInterface;
    persisted: PersistedQueries | null;
    documents: DocumentStore;
    formatted: FormattedErrors;
    /** Sees the stages of requests. */
    stages: ApolloServerPlugin<JudgedScope>;
    log: Logger;
  },
): ApolloServer<JudgedScope> {
  const { gateway, persisted, documents, formatted, stages, log } = parts;
  return new ApolloServer<JudgedScope>({
    gateway,
    persistedQueries: persisted === null ? false : { cache: persisted, ttl: null },
    documentStore: documents,
    // Without a line feed at the end, as the hot path answers.
    stringifyResult: (value) => JSON.stringify(value),
    introspection: config.INTROSPECTION,
    hideSchemaDetailsFromClientErrors: !config.INTROSPECTION,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: config.MAX_BATCH > 0,
    csrfPrevention: true,
    nodeEnv: config.NODE_ENV,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    formatError: formatError(log, formatted),
    parseOptions: { maxTokens: config.MAX_TOKENS },
    validationRules: [
      limitRule({
        maxDepth: config.MAX_DEPTH,
        maxAliases: config.MAX_ALIASES,
        maxDirectives: config.MAX_DIRECTIVES,
        maxRootFields: config.MAX_ROOT_FIELDS,
        maxFields: config.MAX_FIELDS,
      }),
      ...stricterRules,
    ],
    plugins: [
      stages,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
