import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import { openAuth } from '../auth/open-auth.ts';
import type { Config } from '../config.ts';
import { gateway } from '../generation/gateway.ts';
import type { Generations } from '../generation/generations.ts';
import { wantsPage } from '../landing/routes.ts';
import { priceOf } from '../limits/price.ts';
import { rates as tokenBuckets } from '../limits/rates.ts';
import type { FormattedErrors } from '../operations/answer.ts';
import { documentStore } from '../operations/document-store.ts';
import { executeJudged } from '../operations/execute-judged.ts';
import { finder } from '../operations/find.ts';
import { judgedOperations } from '../operations/judged-operations.ts';
import { keepAcrossSwaps } from '../operations/keep-across-swaps.ts';
import { openManifest } from '../operations/open-manifest.ts';
import { persistedQueries } from '../operations/persisted-queries.ts';
import { type Analyses, preparer } from '../operations/prepare.ts';
import type { RunOperation } from '../operations/run.ts';
import { KEPT_LENGTH } from '../plan/kept-length.ts';
import { openRest } from '../rest/open-rest.ts';
import type { PlanEvents } from '../subscriptions/event-execution.ts';
import { subscriptionDoor } from '../subscriptions/subscription-door.ts';
import type { Handler, Telemetry } from '../telemetry/telemetry.ts';
import { apolloServer } from './apollo-server.ts';
import { clientAddress } from './client-address.ts';
import { doorMetrics } from './door-metrics.ts';
import { answering } from './exchange.ts';
import { type AddRoutes, fastifyDoor } from './fastify-door.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { hotPath } from './hot-path.ts';
import type { Identify } from './identify.ts';
import { judgedDoor } from './judged-door.ts';
import { judgedPath } from './judged-path.ts';
import { mediaTypeNegotiator } from './media-types.ts';
import { payers as payersOf } from './payers.ts';
import { responder } from './responder.ts';
import { httpDoor } from './server.ts';

export type Door = { readonly url: string; close: () => Promise<void> };

/** What the door lets requests through to. */
export type BehindTheDoor = {
  readonly supergraph: Generations;
  readonly analyses: Analyses;
  readonly run: RunOperation;
  /** How the events of subscriptions are made. */
  readonly planEvents: PlanEvents;
  readonly discovery: Discovery | null;
  /** What is served besides. */
  readonly routes: AddRoutes | null;
  readonly identify: Identify;
  readonly metrics: Metrics;
  readonly telemetry: Telemetry;
  readonly log: Logger;
};

/** Puts the two doors together and listens. Throws for trusted documents that cannot be used. */
export async function openDoor(config: Config, behind: BehindTheDoor): Promise<Door> {
  const { supergraph, run, identify, metrics, log } = behind;
  const remembered = { maxTexts: config.MAX_PLANS, maxLength: KEPT_LENGTH };
  const judged = judgedOperations(supergraph.current(), remembered);
  const prepare = preparer(behind.analyses);
  keepAcrossSwaps(supergraph, judged, prepare);
  const manifest = openManifest(config, judged, supergraph, log);
  const trusted = manifest?.trusted ?? null;
  const persisted =
    config.PERSISTED_QUERIES && config.TRUSTED_DOCUMENTS === 'optional'
      ? persistedQueries(remembered)
      : null;
  const { RATE_LIMIT_PER_SECOND: perSecond, RATE_LIMIT_BURST: burst } = config;
  const limit =
    perSecond === undefined ? null : { perSecond, burst: burst ?? Math.ceil(perSecond * 10) };
  const rates = limit && tokenBuckets(limit, () => performance.now());
  const price = priceOf({
    costPerToken: config.RATE_LIMIT_COST_PER_TOKEN,
    maxCost: config.MAX_COST,
  });
  const formatted: FormattedErrors = new WeakSet();
  const server = apolloServer(config, {
    gateway: gateway(supergraph, executeJudged({ prepare, run, judged, rates, price, formatted })),
    persisted,
    documents: documentStore(remembered),
    formatted,
    stages: behind.telemetry.stages,
    log,
  });
  await server.start();

  const cors = { origins: config.CORS_ORIGINS, credentials: config.CORS_CREDENTIALS };
  const answers = answering(responder({ cors, metrics }), log);
  const address = clientAddress(config.TRUST_PROXY ?? null);
  const payers = limit && rates && payersOf(limit, rates, price, address);
  const requestDeadlineMs = config.REQUEST_DEADLINE_MS;
  const { forwardHeaders } = config.TRANSPORT;
  const common = { identify, payers, requestDeadlineMs, forwardHeaders, answering: answers };
  const tellsPlans = config.NODE_ENV === 'development';
  const slow = judgedPath({
    ...common,
    trusted,
    maxBatch: config.MAX_BATCH,
    tellsPlans,
    judge: judgedDoor(server),
  });
  const hot = hotPath({
    ...common,
    run,
    judge: (exchange, body, viewer) =>
      void slow.serveViewer(exchange, { search: '', body }, viewer),
  });
  const streams = config.SUBSCRIPTIONS
    ? subscriptionDoor(config, {
        ...{ supergraph, prepare, run, identify, trusted, persisted, payers, address, cors },
        plan: behind.planEvents,
        discovery: behind.discovery,
        answering: answers,
        ...{ metrics, log },
      })
    : null;
  const isDraining = () => door.isDraining();
  const { discovery } = behind;
  const routes = [
    openRest(config, { supergraph, prepare, run, identify, payers, log }),
    openAuth(config, { supergraph, discovery, log }),
    behind.routes,
  ].filter((each) => each !== null);
  const rest = await fastifyDoor(config, { supergraph, isDraining, cors, routes, metrics, log });
  const endpoint = graphqlEndpoint({
    maxBodyBytes: config.MAX_BODY_BYTES,
    negotiate: mediaTypeNegotiator(),
    tellsPlans,
    find: finder({ judged, persisted, trusted }),
    hot,
    judged: slow,
    streams,
    answering: answers,
    counts: doorMetrics(metrics),
  });
  const door = httpDoor({
    isEndpoint: (request) =>
      isGraphql(request.url) &&
      request.method !== 'OPTIONS' &&
      !(config.LANDING_PAGE && wantsPage(request)),
    endpoint: behind.telemetry.traced('/graphql', endpoint),
    rest: tracedRest(behind.telemetry.traced, rest.handle),
    upgrade:
      streams === null
        ? undefined
        : (request, socket, head) =>
            isGraphql(request.url) ? streams.upgrade(request, socket, head) : void socket.destroy(),
  });
  const url = await door.listen({ host: config.HOST, port: config.PORT });
  return {
    url,
    close: async () => {
      manifest?.close();
      const deadlineMs = config.DRAIN_DEADLINE_MS;
      await Promise.all([
        door.drain({ idleMs: config.DRAIN_IDLE_MS, deadlineMs }),
        streams?.drain(deadlineMs),
      ]);
      await rest.close();
      await server.stop();
    },
  };
}

const isGraphql = (url = ''): boolean =>
  url === '/graphql' || (url.startsWith('/graphql') && /^\/graphql\/?(\?|$)/.test(url));

/** Only what runs operations is traced: no health checks, no pages. */
function tracedRest(traced: Telemetry['traced'], handle: Handler): Handler {
  const onRest = traced('/rest', handle);
  return (request, response) =>
    (request.url?.startsWith('/rest/') ? onRest : handle)(request, response);
}
