import { readFileSync } from 'node:fs';
import { READERS, topicsOf } from '@souk/contracts/consumers';
import type { Message } from '@souk/platform/bus/interface';
import { consumer } from '@souk/platform/consumer';
import { openDatabase } from '@souk/platform/database';
import { deadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Logger } from '@souk/platform/log';
import { type MessagingOptions, startMessaging } from '@souk/platform/messaging';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';
import { rateVerbs } from './app/rates.ts';
import { shipmentVerbs } from './app/shipments.ts';
import { trackingVerbs } from './app/tracking.ts';
import { warehouseVerbs } from './app/warehouse.ts';
import { reactions } from './bus/in.ts';
import { toMessages } from './bus/out.ts';
import type { Config } from './config.ts';
import { shippingContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { rateRoutes } from './rpc/rates.ts';
import { fulfilmentUnit } from './store/fulfilment-unit.ts';
import { fulfilmentStore } from './store/fulfilments.ts';
import { partQueries } from './store/parts.ts';
import { rateQueries } from './store/rates.ts';
import { shippingSeed } from './store/seed.ts';
import { shipmentQueries } from './store/shipments.ts';
import * as tables from './store/tables.ts';

const BACKGROUND_CONNECTIONS = 4;

type ShippingComposition = Omit<Composition, 'background'> & {
  background: () => Promise<RpcServer>;
  /** What the bus does with a message. */
  handle: (message: Message) => Promise<void>;
};

/** What a test takes out, to see what breaks without it. */
type Seams = Pick<MessagingOptions, 'relay'> & { consumer?: typeof consumer };

/** The one file that knows every room. */
export function compose(
  config: Config,
  { log, metrics }: { log: Logger; metrics: Metrics },
  seams: Seams = {},
): ShippingComposition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    name: 'shipping',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => metrics.statements.inc(),
  });
  const background = openDatabase({
    url: config.DATABASE_URL,
    schema: {},
    name: 'shipping-background',
    maxConnections: BACKGROUND_CONNECTIONS,
  });
  const { db } = database;
  const queries = { ...rateQueries(db), ...shipmentQueries(db), ...partQueries(db) };
  const clock = () => new Date();
  const fulfilments = fulfilmentStore(db, toMessages);
  const verbs = {
    rates: rateVerbs(queries, clock),
    shipments: shipmentVerbs(queries),
    tracking: trackingVerbs(fulfilments, clock),
    warehouse: warehouseVerbs(fulfilments, clock),
    deadLetters: deadLetterVerbs(db),
  };
  const handle = (seams.consumer ?? consumer)(
    background.db,
    'shipping',
    reactions((tx: typeof background.db) => fulfilmentUnit(tx, toMessages), clock),
  );
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: shippingSeed(db),
    ping: () => database.sql`/* shipping.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: shippingContext(verbs, queries),
    },
    background: async () => {
      const { port, close } = await startRpcServer({
        host: config.HOST,
        port: config.RPC_PORT,
        routes: rateRoutes(verbs.rates, (country) => queries.ratesOf([country])),
        log,
      });
      const messaging = startMessaging({
        service: 'shipping',
        instance: config.INSTANCE_ID ?? 'shipping',
        busUrl: config.BUS_URL,
        databaseUrl: config.DATABASE_URL,
        db: background.db,
        readers: READERS.shipping,
        topics: topicsOf('shipping'),
        handle,
        keepsReplies: true,
        log,
        registry: metrics.registry,
        ...(seams.relay && { relay: seams.relay }),
      });
      return {
        port,
        close: async () => {
          await Promise.all([close(), messaging.close()]);
        },
      };
    },
    handle,
    close: async () => {
      await Promise.all([database.close(), background.close()]);
    },
  };
}
