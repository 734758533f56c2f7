import type { IncomingMessage } from 'node:http';
import { openAuth } from '../auth/open-auth.ts';
import type { Config } from '../config.ts';
import { wantsPage } from '../landing/routes.ts';
import { priceOf } from '../limits/price.ts';
import { rates as tokenBuckets } from '../limits/rates.ts';
import { preparer } from '../operations/prepare.ts';
import { openRest } from '../rest/open-rest.ts';
import { subscriptionMetrics } from '../subscriptions/subscription-metrics.ts';
import type { Handler, Telemetry } from '../telemetry/telemetry.ts';
import type { BehindTheDoor } from './behind-the-door.ts';
import { clientAddress } from './client-address.ts';
import { doorMetrics } from './door-metrics.ts';
import { answering } from './exchange.ts';
import { fastifyDoor } from './fastify-door.ts';
import { type GraphqlDoor, openGraphql, type SharedByDoors } from './open-graphql.ts';
import { payers as payersOf } from './payers.ts';
import { responder } from './responder.ts';
import { httpDoor } from './server.ts';

export type Door = { readonly url: string; close: () => Promise<void> };

const GRAPHQL = '/graphql';
const NOT_FOUND = 'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Puts all doors together and listens. Throws for trusted documents that cannot be used. */
export async function openDoor(config: Config, behind: BehindTheDoor): Promise<Door> {
  const { supergraph, contracts, discovery, run, identify, metrics, log } = behind;
  const shared = sharedByDoors(config, behind);
  const { prepare, payers, cors } = shared;
  const own = await openGraphql(config, supergraph, behind, { ...shared, route: GRAPHQL });
  const doors = new Map([[GRAPHQL, own]]);
  for (const { path, supergraph: part, trustedDocumentsFile = null } of contracts) {
    const documents = trustedDocumentsFile ?? config.TRUSTED_DOCUMENTS_FILE;
    const settings = { ...config, TRUSTED_DOCUMENTS_FILE: documents };
    doors.set(path, await openGraphql(settings, part, behind, { ...shared, route: path }));
  }

  const isDraining = () => door.isDraining();
  const routes = [
    openRest(config, { supergraph, prepare, run, identify, payers, log }),
    openAuth(config, { supergraph, discovery, log }),
    ...behind.routes,
  ].filter((each) => each !== null);
  const rest = await fastifyDoor(config, {
    ...{ supergraph, contracts, isDraining, cors, routes, metrics, log },
    graphqlPaths: [...doors.keys()],
  });
  const { traced } = behind.telemetry;
  const endpoints = new Map(
    [...doors].map(([path, { endpoint }]) => [path, traced(path, endpoint)]),
  );
  const paths = [...doors.keys()];
  const others = tracedRest(traced, rest.handle, config.AUTH_SUBGRAPH !== undefined);
  const door = httpDoor({
    handlerOf: (request) => {
      const path = request.method === 'OPTIONS' ? null : pathOf(request, paths);
      if (path === null || (config.LANDING_PAGE && wantsPage(request))) return others;
      return endpoints.get(path) ?? others;
    },
    upgrade: config.SUBSCRIPTIONS ? upgradeBy(doors, behind.telemetry.tracedUpgrade) : undefined,
  });
  const url = await door.listen({ host: config.HOST, port: config.PORT });
  return {
    url,
    close: async () => {
      const deadlineMs = config.DRAIN_DEADLINE_MS;
      await Promise.all([
        door.drain({ idleMs: config.DRAIN_IDLE_MS, deadlineMs }),
        ...[...doors.values()].map(({ drain }) => drain(deadlineMs)),
      ]);
      await rest.close();
      await Promise.all([...doors.values()].map(({ close }) => close()));
    },
  };
}

function sharedByDoors(config: Config, { analyses, metrics, log }: BehindTheDoor): SharedByDoors {
  const { RATE_LIMIT_PER_SECOND: perSecond, RATE_LIMIT_BURST: burst } = config;
  const limit =
    perSecond === undefined ? null : { perSecond, burst: burst ?? Math.ceil(perSecond * 10) };
  const rates = limit && tokenBuckets(limit, () => performance.now());
  const price = priceOf({
    costPerToken: config.RATE_LIMIT_COST_PER_TOKEN,
    maxCost: config.MAX_COST,
  });
  const address = clientAddress(config.TRUST_PROXY ?? null);
  const cors = { origins: config.CORS_ORIGINS, credentials: config.CORS_CREDENTIALS };
  return {
    prepare: preparer(analyses),
    ...{ rates, price, address, cors },
    payers: limit && rates && payersOf(limit, rates, price, address),
    answering: answering(responder({ cors, metrics }), log),
    counts: doorMetrics(metrics),
    streams: config.SUBSCRIPTIONS ? subscriptionMetrics(metrics) : null,
  };
}

/** Which of the paths a request is for: with or without a slash at the end, or a query. */
function pathOf({ url = '' }: IncomingMessage, paths: readonly string[]): string | null {
  for (const path of paths) {
    if (!url.startsWith(path)) continue;
    if (url.length === path.length || /^\/?(\?|$)/.test(url.slice(path.length))) return path;
  }
  return null;
}

type Upgrade = NonNullable<GraphqlDoor['upgrade']>;

function upgradeBy(
  doors: ReadonlyMap<string, GraphqlDoor>,
  traced: Telemetry['tracedUpgrade'],
): (...asked: Parameters<Upgrade>) => void {
  const paths = [...doors.keys()];
  const upgrades = new Map(
    [...doors].map(([path, { upgrade }]) => [path, upgrade && traced(path, upgrade)]),
  );
  return (request, socket, head) => {
    const upgrade = upgrades.get(pathOf(request, paths) ?? '') ?? null;
    if (upgrade === null) socket.on('error', () => {}).end(NOT_FOUND);
    else upgrade(request, socket, head);
  };
}

/** Operations are traced, and what is passed on to a service: no health checks, no pages. */
function tracedRest(traced: Telemetry['traced'], handle: Handler, hasAuth: boolean): Handler {
  const onRest = traced('/rest', handle);
  const onAuth = traced('/auth', handle);
  return (request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/rest/')) onRest(request, response);
    else if (hasAuth && /^\/auth(\/|\?|$)/.test(url)) onAuth(request, response);
    else handle(request, response);
  };
}
