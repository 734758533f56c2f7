import { AppError, codes } from '@souk/platform/errors';
import type { HttpServer } from '@souk/platform/http-server';
import type { Logger } from '@souk/platform/log';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Generations } from '../generation/generations.ts';
import { tellMethods } from '../http/told-methods.ts';
import { requestIdOf } from '../transport/headers.ts';
import type { Description } from './description.ts';
import type { RestManifest } from './manifest.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';
import { isMatched } from './response-fields.ts';
import type { RouteTable } from './route-table.ts';
import { failure, type RestResponse, type ServeRoute } from './serve-route.ts';

/** Below the prefix. */
export const OPENAPI_PATH = '/openapi.json';

const JSON_TYPE = 'application/json; charset=utf-8';
const ANSWERS = ['application/json', 'application/problem+json'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * A POST that a page elsewhere can send with the user's cookies and without asking first: only one
 * whose media type is not JSON.
 */
const mayBeForged = ({ method, headers }: FastifyRequest): boolean =>
  method === 'POST' && headers.cookie !== undefined && headers['content-type'] === undefined;

/**
 * The routes below a prefix, which the server has set; every failure is problem+json. HEAD is answered
 * as GET without the body; any other method of a known path is 405.
 */
export function restRoutes(
  http: HttpServer,
  options: {
    table: RouteTable;
    supergraph: Generations;
    serve: ServeRoute;
    /** The OpenAPI description of what serves at present. */
    describe: () => Description;
    log: Logger;
  },
): void {
  const { table, supergraph, serve, describe, log } = options;

  const send = (reply: FastifyReply, { status, headers, body, isProblem }: RestResponse) => {
    const { vary, ...others } = headers;
    reply.code(status).headers(others);
    // Cross-origin rules may have set it already.
    const varies = [reply.getHeader('vary'), vary].flat().filter((each) => each !== undefined);
    if (varies.length > 0) reply.header('vary', varies.join(', '));
    if (body !== null) reply.type(isProblem ? PROBLEM_TYPE : JSON_TYPE);
    return reply.send(body ?? undefined);
  };
  const refuse = (reply: FastifyReply, status: number, code: string, detail: string) =>
    send(reply, failure(problem(status, code, detail)));

  http.setErrorHandler((error: FastifyError | AppError, _, reply) => {
    if (error instanceof AppError) {
      const { code, message, details } = error;
      return send(reply, failure(problem(codes[code].status, code, message, details)));
    }
    const { statusCode = 500 } = error;
    if (statusCode < 500) {
      const code = statusCode === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_USER_INPUT';
      return refuse(reply, statusCode, code, error.message);
    }
    log.error({ err: error }, 'REST request failed');
    return refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
  });
  http.setNotFoundHandler((_, reply) =>
    refuse(reply, 404, 'NOT_FOUND', 'There is nothing at this address.'),
  );
  // Other media types are refused by Fastify, with 415.
  http.removeContentTypeParser('text/plain');

  const answer =
    (declared: RestManifest['routes'][number]) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const requestId = requestIdOf(request.headers);
      reply.header('x-request-id', requestId);
      const route = table.of(supergraph.current(), declared);
      if (route === null) {
        return refuse(reply, 503, 'UNAVAILABLE', 'This is out of service at present.');
      }
      if (new Negotiator({ headers: request.headers }).mediaType(ANSWERS) === undefined) {
        return refuse(reply, 406, 'BAD_USER_INPUT', 'Answers are application/json.');
      }
      if (mayBeForged(request)) {
        return refuse(reply, 415, 'BAD_USER_INPUT', 'With cookies, send application/json.');
      }
      const response = await serve(route, request.raw, requestId, {
        path: request.params as Record<string, string>,
        query: request.query as Record<string, string | string[]>,
        headers: request.headers,
        body: request.body,
      });
      return send(reply, response);
    };

  http.get(OPENAPI_PATH, async (request, reply) => {
    const { text, etag } = describe();
    reply.headers({ etag, 'cache-control': 'no-cache' });
    if (isMatched(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(JSON_TYPE).send(text);
  });

  const byPath = Map.groupBy(table.manifest.routes, ({ path }) => path);
  for (const [path, routes] of byPath) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    for (const declared of routes) {
      http.route({ method: declared.method, url, handler: answer(declared) });
    }
    const allowed = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : method));
    const allow = [...allowed, 'OPTIONS'].join(', ');
    tellMethods(http, url, allow);
    http.route({
      method: METHODS.filter((method) => !allowed.includes(method)),
      url,
      // Before a body that nobody wants is parsed.
      onRequest: async (_, reply) => {
        reply.header('allow', allow);
        return refuse(reply, 405, 'BAD_USER_INPUT', `This address takes ${allow}.`);
      },
      handler: async () => undefined,
    });
  }
}
