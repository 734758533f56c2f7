import { readFileSync } from 'node:fs';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { openDatabase } from '@souk/platform/database';
import { watchDiscovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { rpcClient } from '@souk/platform/rpc-client';
import { cartVerbs } from './app/carts.ts';
import { orderVerbs } from './app/orders.ts';
import type { Config } from './config.ts';
import { ordersContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { offerSource } from './rpc/offers.ts';
import * as cartTables from './store/cart-tables.ts';
import { cartStore } from './store/carts.ts';
import * as orderTables from './store/order-tables.ts';
import { orderQueries } from './store/orders.ts';
import { orderSeed } from './store/seed.ts';

/** The one file that knows every room. */
export function compose(config: Config, scope: { log: Logger; metrics: Metrics }): Composition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: { ...cartTables, ...orderTables },
    name: 'orders',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const discovery = watchDiscovery(config.DISCOVERY_FILE, scope.log);
  const deadlineMs = config.RPC_DEADLINE_MS;
  const offers = offerSource(rpcClient(discovery, 'products', OfferService, { deadlineMs }));
  const carts = cartStore(database.db);
  const orders = orderQueries(database.db);
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: orderSeed(database.db),
    ping: () => database.sql`/* orders.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: ordersContext({
        carts: cartVerbs(carts, offers),
        orders: orderVerbs(orders),
        cartReads: carts,
        orderReads: orders,
        offers,
      }),
    },
    close: async () => {
      discovery.close();
      await database.close();
    },
  };
}
