import type { Config } from '../config.ts';
import { gateway } from '../generation/gateway.ts';
import type { Generations } from '../generation/generations.ts';
import type { Price } from '../limits/price.ts';
import type { Rates } from '../limits/rates.ts';
import type { FormattedErrors } from '../operations/answer.ts';
import { documentStore } from '../operations/document-store.ts';
import { executeJudged } from '../operations/execute-judged.ts';
import { finder } from '../operations/find.ts';
import { judgedOperations } from '../operations/judged-operations.ts';
import { keepAcrossSwaps } from '../operations/keep-across-swaps.ts';
import { openManifest } from '../operations/open-manifest.ts';
import { persistedQueries } from '../operations/persisted-queries.ts';
import type { Prepare } from '../operations/prepare.ts';
import { KEPT_LENGTH } from '../plan/kept-length.ts';
import { subscriptionDoor } from '../subscriptions/subscription-door.ts';
import type { SubscriptionMetrics } from '../subscriptions/subscription-metrics.ts';
import type { Handler } from '../telemetry/telemetry.ts';
import type { Upgrade } from '../telemetry/traced-upgrade.ts';
import { apolloServer } from './apollo-server.ts';
import type { BehindTheDoor } from './behind-the-door.ts';
import type { ClientAddress } from './client-address.ts';
import type { CorsRules } from './cors.ts';
import type { DoorMetrics } from './door-metrics.ts';
import type { Answering } from './exchange.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { hotPath } from './hot-path.ts';
import { judgedDoor } from './judged-door.ts';
import { judgedPath } from './judged-path.ts';
import { mediaTypeNegotiator } from './media-types.ts';
import type { Payers } from './payers.ts';

/** GraphQL at one path, for the whole graph or for a contract. */
export type GraphqlDoor = {
  endpoint: Handler;
  /** Null: other protocols are not spoken. */
  upgrade: Upgrade | null;
  /** Lets go of streams. */
  drain: (deadlineMs: number) => Promise<void>;
  close: () => Promise<void>;
};

/** What every path shares: who pays, how answers are written, what is counted. */
export type SharedByDoors = {
  readonly prepare: Prepare;
  readonly rates: Rates | null;
  readonly price: Price;
  readonly payers: Payers | null;
  readonly answering: Answering;
  readonly address: ClientAddress;
  readonly cors: CorsRules;
  readonly counts: DoorMetrics;
  readonly streams: SubscriptionMetrics | null;
};

/** Puts the two doors of a path together. Throws for trusted documents that cannot be used. */
export async function openGraphql(
  config: Config,
  supergraph: Generations,
  behind: BehindTheDoor,
  shared: SharedByDoors & { readonly route: string },
): Promise<GraphqlDoor> {
  const { run, identify, discovery, log } = behind;
  const { prepare, rates, price, payers, answering, address, cors } = shared;
  const remembered = { maxTexts: config.MAX_PLANS, maxLength: KEPT_LENGTH };
  const judged = judgedOperations(supergraph.current(), remembered);
  keepAcrossSwaps(supergraph, judged, prepare);
  const manifest = openManifest(config, judged, supergraph, log);
  const trusted = manifest?.trusted ?? null;
  const persisted =
    config.PERSISTED_QUERIES && config.TRUSTED_DOCUMENTS === 'optional'
      ? persistedQueries(remembered)
      : null;
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

  const requestDeadlineMs = config.REQUEST_DEADLINE_MS;
  const { forwardHeaders } = config.TRANSPORT;
  const common = { identify, payers, requestDeadlineMs, forwardHeaders, answering };
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
  const streams =
    shared.streams === null
      ? null
      : subscriptionDoor(config, {
          ...{ supergraph, prepare, run, identify, trusted, persisted, payers, address, cors },
          plan: behind.planEvents,
          aroundSubscribing: behind.telemetry.aroundSubscribing,
          ...{ discovery, answering, log },
          metrics: shared.streams,
        });
  return {
    endpoint: graphqlEndpoint({
      route: shared.route,
      maxBodyBytes: config.MAX_BODY_BYTES,
      negotiate: mediaTypeNegotiator(),
      tellsPlans,
      find: finder({ judged, persisted, trusted }),
      hot,
      judged: slow,
      streams,
      answering,
      counts: shared.counts,
    }),
    upgrade: streams?.upgrade ?? null,
    drain: async (deadlineMs) => {
      manifest?.close();
      await streams?.drain(deadlineMs);
    },
    close: () => server.stop(),
  };
}
