import { watchDiscovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { createMetrics } from '@souk/platform/metrics';
import { tokenVerifier } from '@souk/platform/token-verifier';
import { authorizationOptions, tokenIssuers, tokenOptions } from './authorization/from-env.ts';
import type { Config } from './config.ts';
import { operationExecutor } from './execute/executor.ts';
import { generations } from './generation/generations.ts';
import { overrideChooser } from './generation/override-labels.ts';
import { readSupergraph, watchSupergraph } from './generation/supergraph-file.ts';
import { identifier } from './http/identify.ts';
import { openDoor } from './http/open-door.ts';
import { demandLimit } from './limits/demand-limit.ts';
import { demandMetrics } from './limits/demand-metrics.ts';
import { operationRunner } from './operations/run.ts';
import { fetchMetrics } from './transport/fetch-metrics.ts';
import { transportOf } from './transport/transport-env.ts';
import { transportMetrics } from './transport/transport-metrics.ts';
import { transports } from './transport/transports.ts';

export type Router = {
  /** Where it listens. */
  url: string;
  /** Ends requests in flight, then everything else. */
  close: () => Promise<void>;
};

/** Puts the router together and starts it. Throws where the supergraph cannot be served. */
export async function startRouter(config: Config, log: Logger): Promise<Router> {
  const { DISCOVERY_FILE, DEMAND_CONTROL } = config;
  const supergraph = generations(readSupergraph(config.SUPERGRAPH_FILE), {
    maxPlans: config.MAX_PLANS,
    authorization: authorizationOptions(config, log),
    ...(DEMAND_CONTROL !== 'off' && { demandControl: { listSize: config.COST_LIST_SIZE } }),
    log,
  });
  const metrics = createMetrics({ service: 'router', instance: config.INSTANCE_ID });
  const issuers = tokenIssuers(config);
  const verify = issuers.length === 0 ? null : tokenVerifier(issuers, tokenOptions(config));
  const discovery = DISCOVERY_FILE === undefined ? null : watchDiscovery(DISCOVERY_FILE, log);
  const subgraphs = transports({
    discovery,
    config: transportOf(config),
    metrics: transportMetrics(metrics),
    log,
  });
  const execute = operationExecutor(
    subgraphs,
    fetchMetrics(metrics),
    overrideChooser({ on: config.OVERRIDE_LABELS, random: Math.random }),
  );
  const limit =
    DEMAND_CONTROL === 'off'
      ? null
      : demandLimit({ maxCost: config.MAX_COST, mode: DEMAND_CONTROL }, demandMetrics(metrics));
  const door = await openDoor(config, {
    supergraph,
    metrics,
    log,
    analyses: {
      authorize: ({ authorization }, document, operationName) =>
        authorization.prepare(document, operationName),
      estimate: ({ demandControl }, document, operationName) =>
        demandControl?.prepare(document, operationName) ?? null,
    },
    run: operationRunner(execute, limit),
    identify: identifier(verify, {
      header: config.TOKEN_HEADER,
      isRequired: config.REQUIRE_AUTHENTICATION,
    }),
  });
  const watched = watchSupergraph(
    config.SUPERGRAPH_FILE,
    (sdl) => void supergraph.offer(sdl),
    (error) => log.error({ reason: error.message }, 'supergraph refused'),
  );
  const { url } = door;
  log.info(
    { url, generation: supergraph.current().id, verifiesTokens: issuers.length > 0 },
    'listening',
  );

  return {
    url,
    close: async () => {
      watched.close();
      await door.close();
      await subgraphs.close();
      discovery?.close();
    },
  };
}
