import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';
import { catalogueVerbs } from './app/catalogue.ts';
import { categoryVerbs } from './app/categories.ts';
import { offerVerbs } from './app/offers.ts';
import { searchVerbs } from './app/search.ts';
import { stockVerbs } from './app/stock.ts';
import { variantVerbs } from './app/variants.ts';
import type { Config } from './config.ts';
import { productsContext } from './graphql/context.ts';
import { imageRoutes } from './graphql/images.ts';
import { resolvers } from './graphql/resolvers.ts';
import { offerRoutes } from './rpc/offers.ts';
import { categoryReads } from './store/categories.ts';
import { facetReads } from './store/facets.ts';
import { historyReads } from './store/history.ts';
import { productReads } from './store/products.ts';
import { searchReads } from './store/search.ts';
import { catalogueSeed } from './store/seed.ts';
import { statements } from './store/statements.ts';
import * as tables from './store/tables.ts';
import { unitOfWork } from './store/unit-of-work.ts';
import { variantReads } from './store/variants.ts';
import { vocabularyReads } from './store/vocabulary.ts';

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
    schema: tables,
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
    background: () =>
      startRpcServer({
        host: config.HOST,
        port: config.RPC_PORT,
        routes: offerRoutes(offers, log),
      }),
    close: database.close,
  };
}
