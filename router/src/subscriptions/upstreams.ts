import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { Agent } from 'undici';
import type { Generation } from '../generation/generation.ts';
import type { AroundSubscribing } from '../telemetry/traced-subscribing.ts';
import { instanceUrls } from '../transport/instances.ts';
import { type OutgoingHeaders, outgoingHeaders } from '../transport/outgoing-headers.ts';
import { configOf, type TransportConfig } from '../transport/transport-config.ts';
import { type Listener, sharedUpstreams } from './shared-upstreams.ts';
import type { SubscriptionConfig } from './subscription-env.ts';
import type { SubscriptionMetrics } from './subscription-metrics.ts';

/** What a client subscribes to at a subgraph. */
export type UpstreamRequest = {
  readonly subgraph: Generation['subgraphs'][number];
  readonly body: string;
  /** One object per client's stream. */
  readonly headers: Readonly<Record<string, string>>;
  readonly replaysLast: boolean;
};

export type Upstreams = {
  /** Listens until it ends or is left. */
  join: (request: UpstreamRequest, listener: Listener) => () => void;
  close: () => Promise<void>;
};

/** Says where a request comes from: events are the same for all places. */
const OF_THE_PLACE = 'x-forwarded-for';

/** The subscriptions at subgraphs, at the instances that discovery knows. */
export function upstreams(options: {
  discovery: Discovery | null;
  transport: TransportConfig;
  config: SubscriptionConfig;
  metrics: SubscriptionMetrics;
  around?: AroundSubscribing | undefined;
  log: Logger;
}): Upstreams {
  const { discovery, transport, config, metrics, around, log } = options;
  // Streams are long: none may wait for another.
  const dispatcher = new Agent({ pipelining: 1, connections: null });
  const shared = sharedUpstreams();
  const rulesOf = new Map<string, (headers: UpstreamRequest['headers']) => OutgoingHeaders>();

  function outgoing({ subgraph, headers }: UpstreamRequest): OutgoingHeaders {
    let rules = rulesOf.get(subgraph.name);
    if (rules === undefined) {
      const { insertHeaders: insert, withholdHeaders: withhold } = configOf(
        transport,
        subgraph.name,
      );
      const irrelevant = [...transport.irrelevantHeaders, OF_THE_PLACE];
      rules = outgoingHeaders({ insert, withhold, irrelevant });
      rulesOf.set(subgraph.name, rules);
    }
    return rules(headers);
  }

  return {
    join: (request, listener) => {
      const { subgraph, body, replaysLast } = request;
      const { fields, key } = outgoing(request);
      const upstream = {
        service: subgraph.name,
        body,
        headers: fields,
        dispatcher,
        instances: () => instanceUrls(subgraph, discovery?.instances(subgraph.name) ?? []),
        connectMs: config.SUBSCRIPTION_CONNECT_MS,
        silenceMs: config.SUBSCRIPTION_SILENCE_MS,
        reconnectMs: config.SUBSCRIPTION_RECONNECT_MS,
        maxEventBytes: config.SUBSCRIPTION_MAX_EVENT_BYTES,
        metrics,
        around,
        log,
      };
      const id = `${subgraph.name}\n${subgraph.url}\n${key}\n${body}`;
      return shared.join(id, upstream, listener, replaysLast);
    },
    close: async () => {
      shared.close();
      await dispatcher.destroy();
    },
  };
}
