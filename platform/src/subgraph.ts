import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyRequest } from 'fastify';
import { parse } from 'graphql';
import { cacheControlPlugin } from './cache-control-plugin.ts';
import { cachePolicy } from './cache-policy.ts';
import { formatError } from './graphql-errors.ts';
import type { HttpServer } from './http-server.ts';
import type { TokenVerifier, Viewer } from './identity.ts';
import { type CacheControl, knownQueries } from './known-queries.ts';
import type { Logger } from './log.ts';
import { asksForStream, subscriptionEndpoint } from './subscription-endpoint.ts';
import { inTrace } from './trace.ts';

/** What a resolver's context is made from; made anew for every request. */
export type RequestScope = {
  viewer: Viewer | null;
  /** Where the request came from; the router says so in X-Forwarded-For. */
  ip: string;
  log: Logger;
};

export type SubgraphDefinition = {
  /** The subgraph's schema as written by hand. */
  sdl: string;
  /** Checked by the generated resolver types where it is written. */
  resolvers: object;
  context: (scope: RequestScope) => object;
  /**
   * Whether what has been answered with a context is what anyone would be answered. Without it
   * nothing may be kept; with it the schema's `@cacheControl` say for how long.
   */
  isShared?: (context: never) => boolean;
};

/** More than the router ever sends; a parser bomb is refused before it costs anything. */
const MAX_QUERY_TOKENS = 10_000;

/**
 * Serves a subgraph at /graphql: identity first, then Apollo Server with every plugin off that a
 * subgraph behind a router does not need.
 */
export async function serveSubgraph(
  http: HttpServer,
  definition: SubgraphDefinition,
  verify: TokenVerifier,
  log: Logger,
): Promise<void> {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(definition.sdl), resolvers: definition.resolvers },
  ] as Parameters<typeof buildSubgraphSchema>[0]);
  const ageOf = cachePolicy(schema);
  const isShared = definition.isShared as ((context: object) => boolean) | undefined;
  const cacheControl: CacheControl = (document, operationName, context) => {
    const age = isShared === undefined ? 0 : ageOf(document, operationName);
    return age > 0 && isShared?.(context) ? `public, max-age=${age}` : 'private, no-store';
  };
  const known = knownQueries(schema, cacheControl);
  const server = new ApolloServer<object>({
    schema,
    formatError: formatError(log),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_QUERY_TOKENS },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      known.plugin,
      cacheControlPlugin(cacheControl),
    ],
  });
  await server.start();
  const contextOf = (request: FastifyRequest): object => {
    const { viewer } = request as unknown as RequestScope;
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1);
    return definition.context({ viewer, ip: forwarded?.trim() || request.ip, log });
  };
  const streams =
    schema.getSubscriptionType() == null
      ? null
      : subscriptionEndpoint({ http, schema, maxTokens: MAX_QUERY_TOKENS, contextOf, log });
  const contexts = new WeakMap<FastifyRequest, object>();
  const apollo = fastifyApolloHandler(server, {
    context: async (request) => contexts.get(request) ?? contextOf(request),
  });
  http.decorateRequest('viewer', null);
  http.addHook('onClose', () => server.stop());
  http.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    preHandler: async (request) => {
      (request as unknown as RequestScope).viewer = await verify(request.headers.authorization);
    },
    handler: (request, reply) => {
      if (streams !== null && asksForStream(request)) return streams(request, reply);
      return inTrace(request.headers.traceparent as string | undefined, async () => {
        const context = contextOf(request);
        const answer = await known.answer(request, reply, context);
        if (answer !== null) return answer;
        contexts.set(request, context);
        const told = await apollo.call(http, request, reply);
        known.learn(request, reply);
        return told;
      });
    },
  });
}
