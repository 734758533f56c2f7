import { readFileSync } from 'node:fs';
import { READERS, topicsOf } from '@souk/contracts/consumers';
import { consumer } from '@souk/platform/consumer';
import { type Database, openDatabase } from '@souk/platform/database';
import { deadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Logger } from '@souk/platform/log';
import { startMessaging } from '@souk/platform/messaging';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { projections } from '@souk/platform/projections';
import type { startRelay } from '@souk/platform/relay';
import { repeat } from '@souk/platform/repeat';
import { takeHint } from './app/hints.ts';
import { paymentVerbs } from './app/payments.ts';
import { performTask } from './app/perform-task.ts';
import type { Provider } from './app/provider.ts';
import { refundVerbs } from './app/refunds.ts';
import { requests } from './app/requests.ts';
import { startTaskWorker } from './app/task-worker.ts';
import { reactions } from './bus/in.ts';
import { telling } from './bus/out.ts';
import type { Config } from './config.ts';
import { paymentContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { openStripe, stripeProvider } from './provider/stripe.ts';
import { serveWebhooks } from './provider/webhooks.ts';
import { partQueries } from './store/parts.ts';
import { paymentProjection, type writeRows } from './store/payment-projection.ts';
import { inUnit, onceForKey, paymentUnit, stateOf } from './store/payment-unit.ts';
import { paymentQueries } from './store/payments.ts';
import { paymentSeed } from './store/seed.ts';
import { sweep } from './store/sweep.ts';
import * as tables from './store/tables.ts';
import { TASKS_CHANNEL, taskQueue } from './store/task-queue.ts';

const NAME = 'payments';
const BACKGROUND_CONNECTIONS = 8;

type Scope = { log: Logger; metrics: Metrics };

/** What tests put in the place of a mechanism, to see what breaks without it. */
export type Seams = {
  consume?: typeof consumer;
  relay?: typeof startRelay;
  provider?: (provider: Provider) => Provider;
  write?: typeof writeRows;
};

/** The one file that knows every room. */
export function compose(config: Config, scope: Scope, seams: Seams = {}): Composition {
  const { DATABASE_URL: url } = config;
  const database = openDatabase({
    url,
    schema: tables,
    name: NAME,
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  // Work that nobody waits for has connections of its own.
  const background = openDatabase({
    url,
    schema: tables,
    name: `${NAME}-background`,
    maxConnections: BACKGROUND_CONNECTIONS,
  });
  const { db } = database;
  const stripe = openStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    url: config.STRIPE_URL,
    timeoutMs: config.STRIPE_TIMEOUT_MS,
  });
  const queries = { ...paymentQueries(db), ...partQueries(db) };
  const verbs = {
    ...paymentVerbs(queries),
    ...refundVerbs(onceForKey(db, telling, seams.write)),
    deadLetters: deadLetterVerbs(db),
  };
  return {
    databaseUrl: url,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: paymentSeed(db),
    projections: projections(db, paymentProjection),
    ping: () => database.sql`/* payments.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: paymentContext(verbs, queries),
    },
    routes: (http) =>
      serveWebhooks(http, {
        stripe,
        secret: config.STRIPE_WEBHOOK_SECRET,
        take: takeHint(inUnit(background.db, telling, seams.write)),
      }),
    background: () => {
      const { provider = (same) => same } = seams;
      return startBackground(config, scope, background, provider(stripeProvider(stripe)), seams);
    },
    close: async () => {
      await Promise.all([database.close(), background.close()]);
    },
  };
}

/** The consumer of messages, the worker that asks the provider, and the sweep. */
async function startBackground(
  config: Config,
  { log, metrics }: Scope,
  { db, sql }: Database<typeof tables>,
  provider: Provider,
  { consume = consumer, relay, write }: Seams,
): Promise<{ close: () => Promise<void> }> {
  const worker = startTaskWorker({
    queue: taskQueue(db),
    perform: performTask({
      inUnit: inUnit(db, telling, write),
      stateOf: (paymentId) => stateOf(db, paymentId),
      provider,
      log,
    }),
    slots: config.PROVIDER_CONCURRENCY,
    log,
  });
  const listening = await sql.listen(TASKS_CHANNEL, worker.wake, worker.wake);
  const returnUrl = (orderId: string) => config.PAYMENT_RETURN_URL.replace('{orderId}', orderId);
  const asked = requests({ returnUrl });
  const messaging = startMessaging({
    service: NAME,
    instance: config.INSTANCE_ID ?? NAME,
    busUrl: config.BUS_URL,
    databaseUrl: config.DATABASE_URL,
    db,
    readers: READERS[NAME],
    topics: topicsOf(NAME),
    handle: consume(
      db,
      NAME,
      reactions(asked, (tx: typeof db) => paymentUnit(tx, telling, write)),
    ),
    keepsReplies: true,
    log,
    registry: metrics.registry,
    ...(relay && { relay }),
  });
  const sweeping = repeat({
    intervalMs: config.SWEEP_INTERVAL_MS,
    log,
    what: 'the sweep of silent payments',
    work: async () => {
      await sweep(db, config.SWEEP_AFTER_MS);
      return false;
    },
  });
  return {
    close: async () => {
      await messaging.close();
      await sweeping.close();
      await worker.close();
      await listening.unlisten().catch(() => {});
    },
  };
}
