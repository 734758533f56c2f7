import type { HttpServer } from '@souk/platform/http-server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type RuruConfig, ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { answerable, type Example, readExamples } from './examples.ts';
import { landingPage } from './landing-page.ts';
import { sandboxPage } from './sandbox-page.ts';

/** What a browser gets that opens the endpoint; null for a request that wants an answer. */
export type EndpointPage = (request: FastifyRequest) => string | null;

const STATIC = '/graphiql/static/';

/**
 * Pages for people: /, /graphiql (all of it from npm packages, served here) and /sandbox. Returns
 * the page for browsers that open the endpoint itself.
 */
export function landingRoutes(
  http: HttpServer,
  options: { examplesFolder: string; schema: () => GraphQLSchema },
): EndpointPage {
  const examples = () => answerable(readExamples(options.examplesFolder), options.schema());
  const asked = (request: FastifyRequest): Example | undefined => {
    const { example } = request.query as { example?: unknown };
    return examples().find(({ name }) => name === example);
  };
  const html = (reply: FastifyReply, page: string) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);

  http.get('/', async (_, reply) => html(reply, landingPage(examples())));
  http.get('/sandbox', async (request, reply) => html(reply, sandboxPage(asked(request)?.query)));
  http.get('/graphiql', async (request, reply) => {
    const initialQuery = asked(request)?.query;
    const defaultQuery = examples()[0]?.query;
    const page = ruruHTML({
      staticPath: STATIC,
      endpoint: '/graphql',
      clientConfig: {
        ...(defaultQuery !== undefined && { defaultQuery }),
        ...(initialQuery !== undefined && { initialQuery }),
      } as NonNullable<RuruConfig['clientConfig']>,
    });
    return html(reply, page);
  });
  http.get(`${STATIC}*`, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    });
    if (file === null) return reply.callNotFound();
    const { etag } = file.headers;
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      return reply.code(304).header('etag', etag).send();
    }
    return reply.headers(file.headers).header('vary', 'accept-encoding').send(file.content);
  });
  return (request) => (wantsPage(request) ? landingPage(examples()) : null);
}

function wantsPage(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  const { query } = request.query as { query?: unknown };
  return request.method === 'GET' && query === undefined && accept.includes('text/html');
}
