import { z } from 'zod';

const count = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);
const names = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((name) => name.trim()))
  .transform((list) => list.filter((name) => name !== ''));

/** What subscriptions read from the environment. */
export const subscriptionEnv = {
  SUBSCRIPTIONS: z.stringbool().default(true).meta({
    path: 'subscriptions.enabled',
    description: 'Whether subscriptions are served, over SSE and WebSocket; by default they are.',
  }),
  SUBSCRIPTIONS_MAX: count(10_000).meta({
    path: 'subscriptions.max_open',
    description: 'Streams and WebSocket connections, each, that one router holds open; 10000.',
  }),
  SUBSCRIPTIONS_PER_CLIENT: count(100).meta({
    path: 'subscriptions.max_per_client',
    description: 'Streams that one token subject, or one address without a token, may hold; 100.',
  }),
  SUBSCRIPTIONS_PER_CONNECTION: count(50).meta({
    path: 'subscriptions.max_per_connection',
    description: 'Streams on one WebSocket connection; 50.',
  }),
  SUBSCRIPTION_MAX_QUEUED: count(100).meta({
    path: 'subscriptions.max_queued_events',
    description: 'Events that may wait for a slow client, which is ended beyond them; 100.',
  }),
  SUBSCRIPTION_MAX_EVENT_BYTES: count(1_048_576).meta({
    path: 'subscriptions.max_event_bytes',
    description: 'Bytes of one event of a subgraph; a stream that exceeds them is ended; 1 MiB.',
  }),
  SUBSCRIPTION_HEARTBEAT_MS: count(12_000).meta({
    path: 'subscriptions.heartbeat_ms',
    description: 'Milliseconds between heartbeats to clients, who may be ended if they lag; 12000.',
  }),
  SUBSCRIPTION_SILENCE_MS: count(30_000).meta({
    path: 'subscriptions.silence_ms',
    description:
      'Milliseconds of silence after which a subgraph that sends heartbeats counts as gone; 30000.',
  }),
  SUBSCRIPTION_CONNECT_MS: count(5_000).meta({
    path: 'subscriptions.connect_ms',
    description: 'Milliseconds within which a subgraph has to accept a new subscription; 5000.',
  }),
  SUBSCRIPTION_RECONNECT_MS: count(30_000).meta({
    path: 'subscriptions.reconnect_ms',
    description: 'Milliseconds for which a lost subgraph is sought before clients are told; 30000.',
  }),
  SUBSCRIPTION_REPLAY_LAST: names.meta({
    path: 'subscriptions.replay_last',
    description:
      'Subscription fields whose every event is a whole state, with commas between them: who joins a shared stream gets the last event at once; by default none, and who joins gets the next.',
    list: true,
  }),
} as const;

export type SubscriptionConfig = z.output<z.ZodObject<typeof subscriptionEnv>>;
