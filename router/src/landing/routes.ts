import type { IncomingMessage } from 'node:http';
import type { HttpServer } from '@souk/platform/http-server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type RuruConfig, ruruHTML } from 'ruru/server';
import { getStaticFile } from 'ruru/static';
import { answerable, type Example, readExamples } from './examples.ts';
import { landingPage } from './landing-page.ts';
import { pagePolicy } from './page-policy.ts';
import { planPage } from './plan-page.ts';
import { SANDBOX_ORIGINS, sandboxPage } from './sandbox-page.ts';

const STATIC = '/graphiql/static/';
const NOTHING_SHOWN = { plan: null, picture: null, problem: null };

export type Plan = (
  query: string,
) => { readonly plan: string; readonly picture: string } | { readonly problem: string };

export type ContractPage = {
  readonly name: string;
  readonly path: string;
  readonly schema: () => GraphQLSchema;
};

/**
 * Pages for people: /, /graphiql (all of it from npm packages, served here), /sandbox, /plan; and
 * at /graphql itself the page for browsers that open it.
 */
export function landingRoutes(
  http: HttpServer,
  options: {
    examplesFolder: string;
    /** Whether there is /docs. */
    hasDocs: boolean;
    schema: () => GraphQLSchema;
    /** Parts of the graph, each with GraphiQL at its own path. */
    contracts: readonly ContractPage[];
    plan: Plan;
  },
): void {
  const examples = () => answerable(readExamples(options.examplesFolder), options.schema());
  const asked = (request: FastifyRequest): Example | undefined => {
    const { example } = request.query as { example?: unknown };
    return examples().find(({ name }) => name === example);
  };
  const html = (reply: FastifyReply, page: string, policy = pagePolicy(page)) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy)
      .send(page);

  const landing = async (_: FastifyRequest, reply: FastifyReply) =>
    html(reply, landingPage(examples(), options));
  http.get('/', landing);
  http.get('/graphql', landing);
  http.get('/sandbox', async (request, reply) => {
    const page = sandboxPage(asked(request)?.query);
    return html(reply, page, pagePolicy(page, SANDBOX_ORIGINS));
  });
  http.get('/plan', async (request, reply) => {
    const { query = '' } = request.query as { query?: unknown };
    if (typeof query !== 'string' || query.trim() === '') {
      const example = examples()[0]?.query ?? '';
      return html(reply, planPage({ query: example, ...NOTHING_SHOWN }));
    }
    return html(reply, planPage({ query, ...NOTHING_SHOWN, ...options.plan(query) }));
  });
  http.get('/graphiql', async (request, reply) =>
    html(reply, graphiql('/graphql', examples()[0]?.query, asked(request)?.query)),
  );
  for (const { path, schema } of options.contracts) {
    http.get(path, async (_, reply) => {
      const [first] = answerable(readExamples(options.examplesFolder), schema());
      return html(reply, graphiql(path, first?.query));
    });
  }
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
}

const graphiql = (endpoint: string, defaultQuery?: string, initialQuery?: string): string =>
  ruruHTML({
    ...{ staticPath: STATIC, endpoint },
    clientConfig: {
      ...(defaultQuery !== undefined && { defaultQuery }),
      ...(initialQuery !== undefined && { initialQuery }),
    } as NonNullable<RuruConfig['clientConfig']>,
  });

/** Whether a request of the endpoint is a browser's that opens it, and wants no answer. */
export const wantsPage = ({ method, url = '', headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  (headers.accept?.includes('text/html') ?? false) &&
  !new URLSearchParams(url.slice(url.indexOf('?') + 1)).has('query');
