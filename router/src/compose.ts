import cors from '@fastify/cors';
import { watchDiscovery } from '@souk/platform/discovery';
import { createHttpServer } from '@souk/platform/http-server';
import { tokenVerifier } from '@souk/platform/identity';
import type { Logger } from '@souk/platform/log';
import { createMetrics } from '@souk/platform/metrics';
import type { Config } from './config.ts';
import { executor } from './execute/executor.ts';
import { gateway } from './generation/gateway.ts';
import { generations } from './generation/generations.ts';
import { readSupergraph, watchSupergraph } from './generation/supergraph-file.ts';
import { apolloServer } from './http/apollo-server.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { landingRoutes } from './landing/routes.ts';
import { fetchMetrics } from './transport/fetch-metrics.ts';
import { transports } from './transport/transports.ts';

export type Router = {
  /** Where it listens. */
  url: string;
  /** Ends requests in flight, then everything else. */
  close: () => Promise<void>;
};

/** Puts the router together and starts it. Throws where the supergraph cannot be served. */
export async function startRouter(config: Config, log: Logger): Promise<Router> {
  const supergraph = generations(readSupergraph(config.SUPERGRAPH_FILE), {
    maxPlans: config.MAX_PLANS,
    log,
  });
  const metrics = createMetrics({ service: 'router', instance: config.INSTANCE_ID });
  const { DISCOVERY_FILE, JWKS_URL } = config;
  const discovery = DISCOVERY_FILE === undefined ? null : watchDiscovery(DISCOVERY_FILE, log);
  const subgraphs = transports({
    discovery,
    deadlines: { queryMs: config.FETCH_DEADLINE_MS, mutationMs: config.MUTATION_DEADLINE_MS },
    connections: config.SUBGRAPH_CONNECTIONS,
    maxResponseBytes: config.SUBGRAPH_MAX_RESPONSE_BYTES,
    log,
  });
  const execute = executor(subgraphs, fetchMetrics(metrics));
  const server = apolloServer(config, gateway(supergraph, execute), log);
  await server.start();

  const http = createHttpServer({
    log,
    metrics,
    maxBodyBytes: config.MAX_BODY_BYTES,
    ready: async () => true,
  });
  await http.register(cors, {
    origin: config.CORS_ORIGINS === true ? '*' : [...config.CORS_ORIGINS],
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id'],
    maxAge: 86_400,
  });
  const schema = () => supergraph.current().api;
  const page = config.LANDING_PAGE
    ? landingRoutes(http, { examplesFolder: config.EXAMPLES_DIR, schema })
    : null;
  graphqlRoute(http, server, {
    verify:
      JWKS_URL === undefined
        ? null
        : tokenVerifier({
            jwksUrl: JWKS_URL,
            issuer: config.TOKEN_ISSUER,
            audience: config.TOKEN_AUDIENCE,
          }),
    requestDeadlineMs: config.REQUEST_DEADLINE_MS,
    page,
  });
  const url = await http.listen({ host: config.HOST, port: config.PORT });
  const watched = watchSupergraph(
    config.SUPERGRAPH_FILE,
    (sdl) => void supergraph.offer(sdl),
    (error) => log.error({ reason: error.message }, 'supergraph refused'),
  );
  log.info({ url, generation: supergraph.current().id, verifiesTokens: !!JWKS_URL }, 'listening');

  return {
    url,
    close: async () => {
      watched.close();
      await http.close();
      await server.stop();
      await subgraphs.close();
      discovery?.close();
    },
  };
}
