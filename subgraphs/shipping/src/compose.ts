import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { type RpcServer, startRpcServer } from '@souk/platform/rpc-server';
import { rateVerbs } from './app/rates.ts';
import { shipmentVerbs } from './app/shipments.ts';
import type { Config } from './config.ts';
import { shippingContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { rateRoutes } from './rpc/rates.ts';
import { partQueries } from './store/parts.ts';
import { rateQueries } from './store/rates.ts';
import { shippingSeed } from './store/seed.ts';
import { shipmentQueries } from './store/shipments.ts';
import * as tables from './store/tables.ts';

type ShippingComposition = Omit<Composition, 'background'> & {
  background: () => Promise<RpcServer>;
};

/** The one file that knows every room. */
export function compose(
  config: Config,
  scope: { log: Logger; metrics: Metrics },
): ShippingComposition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    name: 'shipping',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const { db } = database;
  const queries = { ...rateQueries(db), ...shipmentQueries(db), ...partQueries(db) };
  const clock = () => new Date();
  const verbs = { rates: rateVerbs(queries, clock), shipments: shipmentVerbs(queries, clock) };
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
    background: () =>
      startRpcServer({
        host: config.HOST,
        port: config.RPC_PORT,
        routes: rateRoutes(verbs.rates, (country) => queries.ratesOf([country])),
        log: scope.log,
      }),
    close: database.close,
  };
}
