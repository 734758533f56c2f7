import type { IncomingMessage } from 'node:http';
import type { Discovery } from '@souk/platform/discovery';
import type { Viewer } from '@souk/platform/identity';
import type { Logger } from '@souk/platform/log';
import type { Config } from '../config.ts';
import type { Generations } from '../generation/generations.ts';
import type { ClientAddress } from '../http/client-address.ts';
import { type CorsRules, corsHeaders } from '../http/cors.ts';
import type { Answering } from '../http/exchange.ts';
import type { Identify } from '../http/identify.ts';
import type { Payers } from '../http/payers.ts';
import { securityHeaders } from '../http/response-headers.ts';
import type { PersistedQueries } from '../operations/persisted-queries.ts';
import type { Prepare } from '../operations/prepare.ts';
import type { RunOperation } from '../operations/run.ts';
import type { TrustedDocuments } from '../operations/trusted-documents.ts';
import { KEPT_LENGTH } from '../plan/kept-length.ts';
import type { AroundSubscribing } from '../telemetry/traced-subscribing.ts';
import { forwardedHeaders, requestIdOf } from '../transport/headers.ts';
import type { PlanEvents } from './event-execution.ts';
import { streamPreparer } from './prepare-stream.ts';
import { replaysLast } from './replays-last.ts';
import { type SseEndpoint, sseEndpoint } from './sse-endpoint.ts';
import { streamPlaces } from './stream-places.ts';
import { streamRequestReader } from './stream-request.ts';
import { openStreams } from './streams.ts';
import type { SubscriptionMetrics } from './subscription-metrics.ts';
import { upstreams as openUpstreams } from './upstreams.ts';
import { validatedDocuments } from './validated-documents.ts';
import { type WebSocketDoor, websocketDoor } from './websocket-door.ts';
import { websocketProtocol } from './websocket-protocol.ts';

export type SubscriptionDoor = {
  readonly sse: SseEndpoint;
  /** Whether what a client asks for can only be answered by a stream. */
  readonly isSubscription: (parameters: unknown) => Promise<boolean>;
  readonly upgrade: WebSocketDoor['upgrade'];
  /** Lets go of all clients. */
  drain: (deadlineMs: number) => Promise<void>;
};

export type BehindSubscriptions = {
  readonly supergraph: Generations;
  readonly discovery: Discovery | null;
  readonly plan: PlanEvents;
  readonly run: RunOperation;
  readonly prepare: Prepare;
  readonly trusted: TrustedDocuments | null;
  readonly persisted: PersistedQueries | null;
  readonly identify: Identify;
  readonly payers: Payers | null;
  readonly address: ClientAddress;
  readonly answering: Answering;
  readonly cors: CorsRules;
  readonly metrics: SubscriptionMetrics;
  readonly aroundSubscribing: AroundSubscribing | undefined;
  readonly log: Logger;
};

/** Puts together how subscriptions are served, over SSE and over WebSocket. */
export function subscriptionDoor(config: Config, behind: BehindSubscriptions): SubscriptionDoor {
  const { supergraph, identify, address, cors, metrics, log } = behind;
  const { forwardHeaders } = config.TRANSPORT;
  const prepare = streamPreparer(
    validatedDocuments({
      maxDepth: config.MAX_DEPTH,
      maxAliases: config.MAX_ALIASES,
      maxDirectives: config.MAX_DIRECTIVES,
      maxRootFields: config.MAX_ROOT_FIELDS,
      maxFields: config.MAX_FIELDS,
      maxTokens: config.MAX_TOKENS,
      introspection: config.INTROSPECTION,
      maxTexts: config.MAX_PLANS,
      maxLength: KEPT_LENGTH,
    }),
    behind.prepare,
  );
  const { discovery, aroundSubscribing: around } = behind;
  const transport = config.TRANSPORT;
  const upstreams = openUpstreams({ discovery, transport, config, metrics, around, log });
  const streams = openStreams({
    supergraph,
    prepare,
    plan: behind.plan,
    run: behind.run,
    upstreams,
    places: streamPlaces({
      max: config.SUBSCRIPTIONS_MAX,
      perClient: config.SUBSCRIPTIONS_PER_CLIENT,
    }),
    rates: behind.payers,
    maxQueued: config.SUBSCRIPTION_MAX_QUEUED,
    deadlineMs: config.REQUEST_DEADLINE_MS,
    replayLast: replaysLast(config.SUBSCRIPTION_REPLAY_LAST),
    metrics,
    log,
  });
  const read = streamRequestReader(behind);
  const payerOf = (request: IncomingMessage, viewer: Viewer | null) =>
    viewer === null ? `address ${address(request)}` : `subject ${viewer.id}`;
  const headersOf = (request: IncomingMessage, requestId: string) =>
    forwardedHeaders(
      request.headers,
      requestId,
      request.socket.remoteAddress ?? '',
      forwardHeaders,
    );
  const { origins } = cors;
  // Nothing but the origin tells a page elsewhere from ours, whose cookies a browser sends alike.
  const isOpen = origins === true && !forwardHeaders.includes('cookie');
  const corsOf = corsHeaders(cors);
  const security = securityHeaders();
  const sockets = websocketDoor(
    websocketProtocol({
      ...{ streams, read, identify, payerOf },
      tokenHeader: config.TOKEN_HEADER,
      headersOf: (request) => headersOf(request, requestIdOf({})),
      maxPerConnection: config.SUBSCRIPTIONS_PER_CONNECTION,
    }),
    {
      maxConnections: config.SUBSCRIPTIONS_MAX,
      maxMessageBytes: config.MAX_BODY_BYTES,
      pingMs: config.SUBSCRIPTION_HEARTBEAT_MS,
      isAllowed: ({ headers: { origin, host } }) =>
        origin === undefined ||
        isOpen ||
        (origins !== true && origins.includes(origin)) ||
        URL.parse(origin)?.host === host,
      metrics,
      log,
    },
  );
  return {
    sse: sseEndpoint({
      ...{ streams, read, identify, payerOf, headersOf },
      heartbeatMs: config.SUBSCRIPTION_HEARTBEAT_MS,
      answering: behind.answering,
      commonHeaders: (request) => [...corsOf(request.headers.origin), ...security],
    }),
    isSubscription: async (parameters) => {
      const asked = await read(parameters);
      if ('status' in asked) return false;
      const prepared = prepare(supergraph.current(), asked);
      return 'kind' in prepared && prepared.kind === 'subscription';
    },
    upgrade: sockets.upgrade,
    drain: async (deadlineMs) => {
      streams.drain();
      await sockets.close(deadlineMs);
      await upstreams.close();
    },
  };
}
