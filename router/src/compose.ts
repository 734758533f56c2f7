import { watchDiscovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { createMetrics } from '@souk/platform/metrics';
import { tokenVerifier } from '@souk/platform/token-verifier';
import { authorizationOptions, tokenIssuers, tokenOptions } from './authorization/from-env.ts';
import { openCache } from './cache/open-cache.ts';
import { strangeSubgraphs } from './config/strange-subgraphs.ts';
import type { Config } from './config.ts';
import { openContracts } from './contracts/open-contracts.ts';
import { operationExecutor } from './execute/executor.ts';
import type { Generation } from './generation/generation.ts';
import { openSupergraph } from './generation/open-supergraph.ts';
import { overrideChooser } from './generation/override-labels.ts';
import { supergraphMetrics } from './generation/supergraph-metrics.ts';
import { identifier } from './http/identify.ts';
import { openDoor } from './http/open-door.ts';
import { demandLimit } from './limits/demand-limit.ts';
import { demandMetrics } from './limits/demand-metrics.ts';
import { operationRunner } from './operations/run.ts';
import { eventPlanner } from './subscriptions/event-execution.ts';
import { openTelemetry } from './telemetry/telemetry.ts';
import { fetchMetrics } from './transport/fetch-metrics.ts';
import { transportOf } from './transport/transport-env.ts';
import { transportMetrics } from './transport/transport-metrics.ts';
import { transports } from './transport/transports.ts';
import { countedPlans, countedRun } from './usage/counted.ts';
import { openUsage } from './usage/open-usage.ts';

export type Router = {
  /** Where it listens. */
  url: string;
  /** Ends requests in flight, then everything else. */
  close: () => Promise<void>;
};

/** Puts the router together and starts it. Throws where the supergraph cannot be served. */
export async function startRouter(config: Config, log: Logger): Promise<Router> {
  const { DISCOVERY_FILE, DEMAND_CONTROL } = config;
  const instance = config.INSTANCE_ID;
  const metrics = createMetrics({ service: 'router', instance });
  const telemetry = await openTelemetry(config, { instance, metrics, log });
  const metricsOf = supergraphMetrics(metrics);
  const ofGenerations = {
    maxPlans: config.MAX_PLANS,
    authorization: authorizationOptions(config, log),
    ...(DEMAND_CONTROL !== 'off' && { demandControl: { listSize: config.COST_LIST_SIZE } }),
    metrics: metricsOf(null),
    onPlanned: telemetry.onPlanned,
    log,
  };
  const { supergraph, follow } = await openSupergraph(config, ofGenerations);
  const tellStrange = ({ subgraphs }: Generation) => {
    const names = subgraphs.map(({ name }) => name);
    for (const problem of strangeSubgraphs(config, names)) log.warn(`configuration: ${problem}`);
  };
  tellStrange(supergraph.current());
  supergraph.onNext(tellStrange);
  const contracts = await openContracts(config, ofGenerations, metricsOf);
  const issuers = tokenIssuers(config);
  const verify = issuers.length === 0 ? null : tokenVerifier(issuers, tokenOptions(config));
  const discovery = DISCOVERY_FILE === undefined ? null : watchDiscovery(DISCOVERY_FILE, log);
  const subgraphs = telemetry.transports(
    transports({
      discovery,
      config: transportOf(config),
      metrics: transportMetrics(metrics),
      aroundAttempt: telemetry.aroundAttempt,
      log,
    }),
  );
  const observe = fetchMetrics(metrics);
  const chooseOverride = overrideChooser({ on: config.OVERRIDE_LABELS, random: Math.random });
  const cache = await openCache(config, { metrics, log });
  const execute = telemetry.execute(
    operationExecutor(
      subgraphs,
      observe,
      chooseOverride,
      telemetry.observeStage,
      cache?.ofRequest ?? null,
      !config.REQUIRE_AUTHENTICATION,
    ),
  );
  const limit =
    DEMAND_CONTROL === 'off'
      ? null
      : demandLimit({ maxCost: config.MAX_COST, mode: DEMAND_CONTROL }, demandMetrics(metrics));
  const identify = identifier(verify, {
    header: config.TOKEN_HEADER,
    isRequired: config.REQUIRE_AUTHENTICATION,
  });
  const usage = openUsage(config, instance, { metrics, log });
  const run = operationRunner(execute, limit);
  const planEvents = eventPlanner({
    ...{ observe, chooseOverride, limit },
    transports: subgraphs,
    deadlineMs: config.REQUEST_DEADLINE_MS,
  });
  const door = await openDoor(config, {
    supergraph,
    contracts: contracts.doors,
    metrics,
    log,
    analyses: {
      authorize: ({ authorization }, document, operationName) =>
        authorization.prepare(document, operationName),
      estimate: ({ demandControl }, document, operationName) =>
        demandControl?.prepare(document, operationName) ?? null,
    },
    run: usage === null ? run : countedRun(run, usage.count),
    planEvents: usage === null ? planEvents : countedPlans(planEvents, usage.count),
    discovery,
    routes: [cache?.routes ?? null, usage?.routes ?? null],
    // Without a verifier there is nothing to be seen of it.
    identify: verify === null ? identify : telemetry.identify(identify),
    telemetry,
  });
  const followed = [follow(), ...contracts.follow()];
  const { url } = door;
  log.info(
    { url, generation: supergraph.current().id, verifiesTokens: issuers.length > 0 },
    'listening',
  );

  return {
    url,
    close: async () => {
      for (const each of followed) each.close();
      await door.close();
      usage?.close();
      await subgraphs.close();
      await cache?.close();
      discovery?.close();
      await telemetry.close();
    },
  };
}
