import type { HttpServer } from '@souk/platform/http-server';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For the Allow header of an answer to OPTIONS. */
    allow?: string;
  }
}

/** The methods that a path takes, for OPTIONS. */
export const tellMethods = (http: HttpServer, url: string, allow: string): void =>
  void http.options(url, { config: { allow } }, async () => undefined);

/**
 * Answers OPTIONS that is no preflight (RFC 9110, section 9.3.7). Before cross-origin rules are
 * registered, which would refuse it as a preflight that lacks headers.
 */
export const answerOptions = (http: HttpServer): void =>
  void http.addHook('onRequest', async ({ method, headers, routeOptions }, reply) => {
    const isPreflight = headers.origin && headers['access-control-request-method'];
    if (method !== 'OPTIONS' || isPreflight) return;
    const { allow } = routeOptions.config;
    if (allow !== undefined) reply.header('allow', allow);
    return reply.code(204).send();
  });
