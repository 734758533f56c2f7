import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { HttpServer } from '@souk/platform/http-server';
import type { TokenVerifier, Viewer } from '@souk/platform/identity';
import type { EndpointPage } from '../landing/routes.ts';
import { forwardedHeaders, requestIdOf } from '../transport/headers.ts';
import type { RequestScope } from './scope.ts';

/**
 * POST and GET /graphql. A bad token ends a request with 401 before anything of it is read;
 * without a verifier everyone is a guest here, and subgraphs judge the token that is passed on.
 */
export function graphqlRoute(
  http: HttpServer,
  server: ApolloServer<RequestScope>,
  options: {
    verify: TokenVerifier | null;
    requestDeadlineMs: number;
    page: EndpointPage | null;
  },
): void {
  const { verify, requestDeadlineMs, page } = options;
  http.decorateRequest('viewer', null);
  http.decorateRequest('requestId', '');
  http.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    onRequest: async (request, reply) => {
      const html = page?.(request) ?? null;
      if (html !== null) return reply.type('text/html; charset=utf-8').send(html);
      const own = request as unknown as { viewer: Viewer | null; requestId: string };
      own.requestId = requestIdOf(request.headers);
      reply.header('x-request-id', own.requestId);
      own.viewer = verify === null ? null : await verify(request.headers.authorization);
    },
    handler: fastifyApolloHandler(server, {
      context: async (request) => {
        const { viewer, requestId } = request as unknown as {
          viewer: Viewer | null;
          requestId: string;
        };
        return {
          viewer,
          headers: forwardedHeaders(request.headers, requestId, request.ip),
          deadline: AbortSignal.timeout(requestDeadlineMs),
        };
      },
    }),
  });
}
