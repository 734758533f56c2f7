import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { repeat } from '@souk/platform/repeat';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';
import { catalogueVerbs } from './app/catalogue.ts';
import { categoryVerbs } from './app/categories.ts';
import { offerVerbs } from './app/offers.ts';
import { reservationVerbs } from './app/reservations.ts';
import { searchVerbs } from './app/search.ts';
import { stockVerbs } from './app/stock.ts';
import { variantVerbs } from './app/variants.ts';
import type { Config } from './config.ts';
import { productsContext } from './graphql/context.ts';
import { imageRoutes } from './graphql/images.ts';
import { resolvers } from './graphql/resolvers.ts';
import { offerRoutes } from './rpc/offers.ts';
import { reservationRoutes } from './rpc/reservations.ts';
import { categoryReads } from './store/categories.ts';
import { facetReads } from './store/facets.ts';
import { historyReads } from './store/history.ts';
import { productReads } from './store/products.ts';
import { reservationStore } from './store/reservations.ts';
import { searchReads } from './store/search.ts';
import { catalogueSeed } from './store/seed.ts';
import { statements } from './store/statements.ts';
import * as stockTables from './store/stock-tables.ts';
import * as tables from './store/tables.ts';
import { unitOfWork } from './store/unit-of-work.ts';
import { variantReads } from './store/variants.ts';
import { vocabularyReads } from './store/vocabulary.ts';

/** Small, because a batch locks the products of all that it ends. */
const EXPIRY_BATCH = 50;
const HOME = `${import.meta.dirname}/..`;

type ProductsComposition = Omit<Composition, 'background'> & {
  background: () => Promise<RpcServer>;
};

/** The one file that knows every room. */
export function compose(
  config: Config,
  { log, metrics }: { log: Logger; metrics: Metrics },
): ProductsComposition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: { ...tables, ...stockTables },
    name: 'products',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => metrics.statements.inc(),
  });
  const { db } = database;
  const ask = statements(database);
  const clock = () => new Date();
  const transact = unitOfWork(db);
  const products = productReads(db);
  const variants = variantReads(db);
  const categories = categoryReads(db);
  const matches = { ...searchReads(ask), ...facetReads(ask), ...vocabularyReads(ask) };
  const reads = { products, variants, categories, matches, history: historyReads(db) };
  const verbs = {
    catalogue: catalogueVerbs(transact, clock),
    variants: variantVerbs(transact, clock),
    stock: stockVerbs(transact, clock),
    categories: categoryVerbs(transact),
    search: searchVerbs({
      ...matches,
      categoryId: async (slug) => (await categories.bySlugs([slug]))[0]?.id ?? null,
    }),
  };
  const offers = offerVerbs({ variantsByIds: variants.byIds, productsByIds: products.byIds });
  const reservations = reservationVerbs(reservationStore(database), clock);
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${HOME}/migrations`,
    seed: catalogueSeed(db),
    ping: () => database.sql`/* products.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${HOME}/schema.graphql`, 'utf8'),
      resolvers,
      context: productsContext(verbs, reads, `${config.PUBLIC_URL}/images/`),
    },
    routes: imageRoutes(`${HOME}/images`),
    background: async () => {
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
        work: async () => (await reservations.expire(EXPIRY_BATCH)).length === EXPIRY_BATCH,
      });
      return {
        port,
        close: async () => {
          await Promise.all([close(), expiry.close()]);
        },
      };
    },
    close: database.close,
  };
}
