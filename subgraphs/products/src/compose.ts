import { readFileSync } from 'node:fs';
import { READERS, topicsOf } from '@souk/contracts/consumers';
import type { Message } from '@souk/platform/bus/interface';
import { changeFeed } from '@souk/platform/change-feed';
import { consumer } from '@souk/platform/consumer';
import { openDatabase } from '@souk/platform/database';
import { deadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import type { Logger } from '@souk/platform/log';
import { type MessagingOptions, startMessaging } from '@souk/platform/messaging';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { repeat } from '@souk/platform/repeat';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';
import { inTrace } from '@souk/platform/trace';
import { catalogueVerbs } from './app/catalogue.ts';
import { categoryVerbs } from './app/categories.ts';
import { offerVerbs } from './app/offers.ts';
import type { ReservationUnit } from './app/reservation-unit.ts';
import { reservationVerbs } from './app/reservations.ts';
import { searchVerbs } from './app/search.ts';
import { stockVerbs } from './app/stock.ts';
import { stockWatch } from './app/stock-watch.ts';
import { variantVerbs } from './app/variants.ts';
import { orderReactions } from './bus/in.ts';
import { messageOf } from './bus/out.ts';
import type { Config } from './config.ts';
import { isShared, productsContext } from './graphql/context.ts';
import { imageRoutes } from './graphql/images.ts';
import { resolvers } from './graphql/resolvers.ts';
import { offerRoutes } from './rpc/offers.ts';
import { reservationRoutes } from './rpc/reservations.ts';
import { categoryReads } from './store/categories.ts';
import { unitOfConsumer } from './store/consumer-units.ts';
import { facetReads } from './store/facets.ts';
import { historyReads } from './store/history.ts';
import { productReads } from './store/products.ts';
import { reservationStore, reservationUnit, type UnitIn } from './store/reservations.ts';
import { searchReads } from './store/search.ts';
import { catalogueSeed } from './store/seed.ts';
import { statements } from './store/statements.ts';
import * as stockTables from './store/stock-tables.ts';
import * as tables from './store/tables.ts';
import { STOCK_CHANNEL } from './store/telling.ts';
import { unitOfWork } from './store/unit-of-work.ts';
import { variantReads } from './store/variants.ts';
import { vocabularyReads } from './store/vocabulary.ts';

/** Small, because a batch locks the products of all that it ends. */
const EXPIRY_BATCH = 50;
const BACKGROUND_CONNECTIONS = 4;
const HOME = `${import.meta.dirname}/..`;

type ProductsComposition = Omit<Composition, 'background'> & {
  background: () => Promise<RpcServer>;
  /** What is done with a message of the bus. */
  handle: (message: Message) => Promise<void>;
  /** Ends some of the holds whose time is over; true where there may be more of them. */
  expire: () => Promise<boolean>;
};

/** What a test takes out, to see what breaks without it. */
type Seams = Pick<MessagingOptions, 'relay'> & {
  consumer?: typeof consumer;
  unit?: (unit: ReservationUnit, tx: Parameters<UnitIn>[0]) => ReservationUnit;
};

/** The one file that knows every room. */
export function compose(
  config: Config,
  { log, metrics }: { log: Logger; metrics: Metrics },
  seams: Seams = {},
): ProductsComposition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: { ...tables, ...stockTables },
    name: 'products',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => metrics.statements.inc(),
  });
  const background = openDatabase({
    url: config.DATABASE_URL,
    schema: {},
    name: 'products-background',
    maxConnections: BACKGROUND_CONNECTIONS,
  });
  const { db } = database;
  const ask = statements(database);
  const clock = () => new Date();
  const transact = unitOfWork(db, messageOf);
  const products = productReads(db);
  const variants = variantReads(db);
  const categories = categoryReads(db);
  const matches = { ...searchReads(ask), ...facetReads(ask), ...vocabularyReads(ask) };
  const reads = { products, variants, categories, matches, history: historyReads(db) };
  const changes = changeFeed(background.sql, STOCK_CHANNEL);
  const verbs = {
    catalogue: catalogueVerbs(transact, clock),
    variants: variantVerbs(transact, clock),
    stock: stockVerbs(transact, clock),
    watchStock: stockWatch(changes, variants.byIds),
    categories: categoryVerbs(transact),
    deadLetters: deadLetterVerbs(db),
    search: searchVerbs({
      ...matches,
      categoryId: async (slug) => (await categories.bySlugs([slug]))[0]?.id ?? null,
    }),
  };
  const offers = offerVerbs({ variantsByIds: variants.byIds, productsByIds: products.byIds });
  const unitIn: UnitIn = (tx) => {
    const unit = reservationUnit(tx, messageOf);
    return seams.unit === undefined ? unit : seams.unit(unit, tx);
  };
  const reservations = reservationVerbs(reservationStore(database, unitIn), clock);
  const timed = reservationVerbs(reservationStore(background, unitIn), clock);
  const expire = async () =>
    (await inTrace(null, () => timed.expire(EXPIRY_BATCH))).length === EXPIRY_BATCH;
  const reactions = orderReactions(unitOfConsumer(unitIn), clock);
  const handle = (seams.consumer ?? consumer)(background.db, 'products', reactions);
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${HOME}/migrations`,
    seed: catalogueSeed(db),
    ping: () => database.sql`/* products.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${HOME}/schema.graphql`, 'utf8'),
      resolvers,
      context: productsContext(verbs, reads, `${config.PUBLIC_URL}/images/`),
      isShared,
    },
    routes: imageRoutes(`${HOME}/images`),
    background: async () => {
      const listening = await changes.listen();
      const { port, close } = await startRpcServer({
        host: config.HOST,
        port: config.RPC_PORT,
        routes: (router) => {
          offerRoutes(offers)(router);
          reservationRoutes(reservations)(router);
        },
        log,
      });
      const expiry = repeat({
        intervalMs: config.EXPIRY_INTERVAL_MS,
        log,
        what: 'expiring reservations',
        work: expire,
      });
      const messaging = startMessaging({
        service: 'products',
        instance: config.INSTANCE_ID ?? 'products',
        busUrl: config.BUS_URL,
        databaseUrl: config.DATABASE_URL,
        db: background.db,
        readers: READERS.products,
        topics: topicsOf('products'),
        handle,
        keepsReplies: false,
        log,
        registry: metrics.registry,
        ...(seams.relay && { relay: seams.relay }),
      });
      return {
        port,
        close: async () => {
          await Promise.all([
            ...[close(), expiry.close(), messaging.close()],
            listening.close().catch(() => {}),
          ]);
        },
      };
    },
    handle,
    expire,
    close: async () => {
      await Promise.all([database.close(), background.close()]);
    },
  };
}
