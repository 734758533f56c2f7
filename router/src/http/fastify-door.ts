import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { createHttpServer, type HttpServer } from '@souk/platform/http-server';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Config } from '../config.ts';
import type { ContractDoor } from '../contracts/open-contracts.ts';
import type { Generations } from '../generation/generations.ts';
import { planOfQuery } from '../landing/plan-of-query.ts';
import { landingRoutes } from '../landing/routes.ts';
import { PROBLEM_TYPE, problem } from '../rest/problem.ts';
import { type CorsRules, fastifyCors } from './cors.ts';
import { helmetOptions } from './response-headers.ts';
import { answerOptions, tellMethods } from './told-methods.ts';

/** Adds routes to the server of all that is not /graphql. */
export type AddRoutes = (http: HttpServer) => Promise<void>;

export type FastifyDoor = {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  close: () => Promise<void>;
};

/** Fastify for all that is not /graphql: health, metrics, pages, preflights. It does not listen. */
export async function fastifyDoor(
  config: Config,
  parts: {
    supergraph: Generations;
    contracts: readonly ContractDoor[];
    /** Where /graphql and the contracts are served. */
    graphqlPaths: readonly string[];
    /** While draining, the router is not ready. */
    isDraining: () => boolean;
    cors: CorsRules;
    /** What is served besides: REST, what is passed through. */
    routes: readonly AddRoutes[];
    metrics: Metrics;
    log: Logger;
  },
): Promise<FastifyDoor> {
  const { supergraph, isDraining, metrics, log } = parts;
  const http = createHttpServer({
    log,
    metrics,
    maxBodyBytes: config.MAX_BODY_BYTES,
    ready: async () => !isDraining(),
    onBadAddress: ({ url }, reply) => {
      if (!/^\/(rest|auth)\//.test(url)) return false;
      const told = problem(400, 'BAD_USER_INPUT', 'The address cannot be decoded.');
      reply.code(400).type(PROBLEM_TYPE).send(JSON.stringify(told));
      return true;
    },
  });
  await http.register(helmet, helmetOptions);
  answerOptions(http);
  await http.register(cors, fastifyCors(parts.cors));
  for (const path of parts.graphqlPaths) tellMethods(http, path, 'GET, POST, OPTIONS');
  if (config.LANDING_PAGE) {
    landingRoutes(http, {
      examplesFolder: config.EXAMPLES_DIR,
      hasDocs: config.REST_DIR !== undefined && config.REST_DOCS,
      schema: () => supergraph.current().api,
      contracts: parts.contracts.map(({ name, path, supergraph: part }) => ({
        ...{ name, path },
        schema: () => part.current().api,
      })),
      plan: planOfQuery(supergraph.current, {
        maxDepth: config.MAX_DEPTH,
        maxAliases: config.MAX_ALIASES,
        maxDirectives: config.MAX_DIRECTIVES,
        maxRootFields: config.MAX_ROOT_FIELDS,
        maxFields: config.MAX_FIELDS,
        maxTokens: config.MAX_TOKENS,
      }),
    });
  }
  for (const add of parts.routes) await add(http);
  await http.ready();
  return {
    handle: (request, response) => http.routing(request, response),
    close: () => http.close(),
  };
}
