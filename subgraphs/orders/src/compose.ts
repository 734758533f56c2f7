import { readFileSync } from 'node:fs';
import { READERS, topicsOf } from '@souk/contracts/consumers';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { ReservationService } from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { RateService } from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import { changeFeed } from '@souk/platform/change-feed';
import { consumer } from '@souk/platform/consumer';
import { type Database, openDatabase } from '@souk/platform/database';
import { deadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import { watchDiscovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { startMessaging } from '@souk/platform/messaging';
import type { Metrics } from '@souk/platform/metrics';
import { appendToOutbox } from '@souk/platform/outbox';
import type { Composition } from '@souk/platform/process';
import { projections } from '@souk/platform/projections';
import type { startRelay } from '@souk/platform/relay';
import { repeat } from '@souk/platform/repeat';
import { rpcClient } from '@souk/platform/rpc-client';
import { traceparent } from '@souk/platform/trace';
import { askVerbs } from './app/asks.ts';
import { awaitOutcome } from './app/await-outcome.ts';
import { cancelOrder } from './app/cancel-order.ts';
import { cartVerbs } from './app/carts.ts';
import type { CheckoutStore } from './app/checkout-store.ts';
import { advanceCheckout } from './app/checkouts.ts';
import { couponVerbs } from './app/coupons.ts';
import { deadlineVerbs } from './app/deadlines.ts';
import { orderWatch } from './app/order-watch.ts';
import { orderVerbs } from './app/orders.ts';
import { placeOrder } from './app/place-order.ts';
import { quoteCheckout } from './app/quote.ts';
import { listReturns } from './app/return-list.ts';
import { returnVerbs } from './app/returns.ts';
import { reactions } from './bus/in.ts';
import { outgoingMessages } from './bus/out.ts';
import type { Config } from './config.ts';
import { ordersContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { offerSource } from './rpc/offers.ts';
import { rateSource } from './rpc/rates.ts';
import { stockSource } from './rpc/reservations.ts';
import { cartStore } from './store/carts.ts';
import { checkoutSteps } from './store/checkout-log.ts';
import { checkoutNews } from './store/checkout-news.ts';
import { checkoutUnit, type Outgoing } from './store/checkout-unit.ts';
import { checkoutStore } from './store/checkouts.ts';
import { couponStore } from './store/coupon-store.ts';
import { quoteCoupon } from './store/coupons.ts';
import { ORDERS_CHANNEL, type projectOrder } from './store/order-projection.ts';
import { orderQueries } from './store/orders.ts';
import { ordersProjection } from './store/projections.ts';
import { returnList } from './store/return-list.ts';
import { returnStore, returnUnit, type Telling } from './store/return-unit.ts';
import { returnQueries } from './store/returns.ts';
import { orderSeed } from './store/seed.ts';

const BACKGROUND_CONNECTIONS = 8;
/** Questions that one replica takes over at once. */
const ASKS = 20;

type Scope = { log: Logger; metrics: Metrics };

/** What a test replaces to see what breaks without it. */
export type Seams = {
  consumer?: typeof consumer;
  relay?: typeof startRelay;
  store?: (store: CheckoutStore) => CheckoutStore;
  project?: typeof projectOrder;
};

const outgoing: Outgoing = ({ tells, ...about }) => outgoingMessages(tells, about);

const telling: Telling = (tx, about, tells) =>
  appendToOutbox(tx, outgoingMessages(tells, { ...about, traceparent: traceparent() ?? null }));

/** The one file that knows every room. */
export function compose(config: Config, scope: Scope, seams: Seams = {}): Composition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: {},
    name: 'orders',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const { db } = database;
  const backstage = openDatabase({
    url: config.DATABASE_URL,
    schema: {},
    name: 'orders-background',
    maxConnections: BACKGROUND_CONNECTIONS,
  });
  const discovery = watchDiscovery(config.DISCOVERY_FILE, scope.log);
  const deadline = { deadlineMs: config.RPC_DEADLINE_MS };
  const sources = {
    offers: offerSource(rpcClient(discovery, 'products', OfferService, deadline)),
    stock: stockSource(rpcClient(discovery, 'products', ReservationService, deadline)),
    rates: rateSource(rpcClient(discovery, 'shipping', RateService, deadline)),
  };
  const { offers, rates } = sources;
  const engine = { ...sources, pace: paceOf(config), log: scope.log };
  const carts = cartStore(db);
  const checkouts = storeOf(db, seams);
  const orders = orderQueries(db);
  const news = checkoutNews(backstage.sql);
  const changes = changeFeed(backstage.sql, ORDERS_CHANNEL);
  const asks = askVerbs({ ...engine, store: checkouts });
  const waiting = { checkouts, asks, news, waitMs: config.PLACE_WAIT_MS, log: scope.log };
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: orderSeed(db),
    projections: projections(db, ordersProjection),
    ping: () => database.sql`/* orders.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: ordersContext({
        carts: cartVerbs(carts, offers),
        orders: orderVerbs(orders),
        watchOrder: orderWatch(changes, orders.byIds),
        placeOrder: placeOrder({
          ...{ carts, checkouts, ...engine },
          awaitOutcome: awaitOutcome(waiting),
        }),
        cancelOrder: cancelOrder(checkouts, engine.pace),
        quoteCheckout: quoteCheckout({ rates, coupon: (claim) => quoteCoupon(db, claim) }),
        returns: returnVerbs(returnStore(db, telling)),
        listReturns: listReturns(returnList(db)),
        coupons: couponVerbs(couponStore(db)),
        deadLetters: deadLetterVerbs(db),
        cartReads: carts,
        orderReads: { ...orders, stepsOf: checkoutSteps(db) },
        returnReads: returnQueries(db),
        offers,
      }),
    },
    background: async () => {
      const listening = await Promise.all([news.listen(), changes.listen()]);
      const working = startWork(config, scope, backstage, engine, seams);
      return {
        close: async () => {
          await working.close();
          await Promise.all(listening.map(({ close }) => close().catch(() => {})));
        },
      };
    },
    close: async () => {
      discovery.close();
      await Promise.all([database.close(), backstage.close()]);
    },
  };
}

const paceOf = ({ CHECKOUT_PACE: pace, ASK_LEASE_MS: askLeaseMs }: Config) => ({
  pace,
  askLeaseMs,
});

const storeOf = (db: Database['db'], { store = (same) => same, project }: Seams): CheckoutStore =>
  store(checkoutStore(db, outgoing, project));

/** What goes on without anybody asking: messages in and out, open questions, deadlines. */
function startWork(
  config: Config,
  { log, metrics }: Scope,
  { db }: Database,
  engine: Omit<Parameters<typeof askVerbs>[0], 'store'>,
  seams: Seams,
): { close: () => Promise<void> } {
  const store = storeOf(db, seams);
  const clock = () => new Date();
  const { recordRefund } = returnVerbs(returnStore(db, telling));
  const handle = (seams.consumer ?? consumer)(
    db,
    'orders',
    reactions<typeof db>(
      {
        advance: (tx, orderId, told) =>
          advanceCheckout(checkoutUnit(tx, outgoing, seams.project), orderId, told, engine.pace),
        recordRefund: (tx, refundId, cause) =>
          recordRefund(returnUnit(tx, telling), refundId, cause),
      },
      clock,
    ),
  );
  const messaging = startMessaging({
    service: 'orders',
    instance: config.INSTANCE_ID ?? 'orders',
    busUrl: config.BUS_URL,
    databaseUrl: config.DATABASE_URL,
    db,
    readers: READERS.orders,
    topics: topicsOf('orders'),
    handle,
    keepsReplies: true,
    log,
    registry: metrics.registry,
    ...(seams.relay && { relay: seams.relay }),
  });
  const asks = askVerbs({ ...engine, store });
  const { meetNext } = deadlineVerbs({ store, pace: engine.pace, log });
  const timers = [
    { what: 'asking open questions', work: () => asks.resume(ASKS) },
    { what: 'meeting deadlines', work: meetNext },
  ].map((timer) => repeat({ ...timer, intervalMs: config.CHECKOUT_INTERVAL_MS, log }));
  return {
    close: async () => {
      await Promise.all([messaging.close(), ...timers.map((timer) => timer.close())]);
    },
  };
}
