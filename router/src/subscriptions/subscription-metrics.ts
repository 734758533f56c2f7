import type { Metrics } from '@souk/platform/metrics';
import { Counter, Gauge } from 'prom-client';

export type SubscriptionMetrics = ReturnType<typeof subscriptionMetrics>;

/** Why a client's stream ended. */
export type EndReason = 'complete' | 'left' | 'slow' | 'expired' | 'failed' | 'schema' | 'draining';

/** How many streams there are, what goes through them and why they end. */
export function subscriptionMetrics({ registry }: Metrics) {
  const registers = [registry];
  return {
    clients: new Gauge({
      name: 'router_subscriptions_open',
      help: 'Streams open to clients.',
      labelNames: ['transport'] as const,
      registers,
    }),
    connections: new Gauge({
      name: 'router_websocket_connections_open',
      help: 'WebSocket connections of clients.',
      registers,
    }),
    upstreams: new Gauge({
      name: 'router_subscription_upstreams_open',
      help: 'Subscriptions at subgraphs, each shared by all clients that asked for the same.',
      labelNames: ['subgraph'] as const,
      registers,
    }),
    upstreamEvents: new Counter({
      name: 'router_subscription_upstream_events_total',
      help: 'Events that came from subgraphs.',
      labelNames: ['subgraph'] as const,
      registers,
    }),
    reconnects: new Counter({
      name: 'router_subscription_reconnects_total',
      help: 'Subscriptions that went on at another instance, or at the same one anew.',
      labelNames: ['subgraph'] as const,
      registers,
    }),
    events: new Counter({
      name: 'router_subscription_events_total',
      help: 'Events made for clients.',
      labelNames: ['transport'] as const,
      registers,
    }),
    dropped: new Counter({
      name: 'router_subscription_events_dropped_total',
      help: 'Events that clients did not get because they were too slow.',
      registers,
    }),
    ended: new Counter({
      name: 'router_subscriptions_ended_total',
      help: "Clients' streams that ended, by why.",
      labelNames: ['reason'] as const,
      registers,
    }),
  };
}
