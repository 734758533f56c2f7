import { newEvent } from '@souk/contracts/envelope';
import { OfferService } from '@souk/contracts/generated/souk/products/v1/offers_pb';
import { ReservationService } from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { RateService } from '@souk/contracts/generated/souk/shipping/v1/rates_pb';
import { consumer, toMessage } from '@souk/platform/consumer';
import { openDatabase } from '@souk/platform/database';
import { watchDiscovery } from '@souk/platform/discovery';
import type { Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { rpcClient } from '@souk/platform/rpc-client';
import type { z } from 'zod';
import { freshDatabase } from '../../../tests/database.ts';
import { askVerbs } from '../src/app/asks.ts';
import { awaitOutcome } from '../src/app/await-outcome.ts';
import { cancelOrder } from '../src/app/cancel-order.ts';
import { cartVerbs } from '../src/app/carts.ts';
import { advanceCheckout } from '../src/app/checkouts.ts';
import { deadlineVerbs } from '../src/app/deadlines.ts';
import { placeOrder } from '../src/app/place-order.ts';
import { reactions } from '../src/bus/in.ts';
import { outgoingMessages } from '../src/bus/out.ts';
import { offerSource } from '../src/rpc/offers.ts';
import { rateSource } from '../src/rpc/rates.ts';
import { stockSource } from '../src/rpc/reservations.ts';
import { cartStore } from '../src/store/carts.ts';
import { checkoutNews } from '../src/store/checkout-news.ts';
import { checkoutUnit, type Outgoing } from '../src/store/checkout-unit.ts';
import { checkoutStore } from '../src/store/checkouts.ts';
import { startCatalogue } from './catalogue.ts';

export type Engine = Awaited<ReturnType<typeof startEngine>>;

type Schema = Parameters<typeof newEvent>[0];
type Contract = { shape: { data: z.ZodType } };

const outgoing: Outgoing = ({ tells, ...about }) => outgoingMessages(tells, about);

/** Checkouts on a real database and by real gRPC, and nothing that works by itself: no bus, no timers. */
export async function startEngine() {
  const [database, catalogue] = await Promise.all([
    freshDatabase(`${import.meta.dirname}/../migrations`),
    startCatalogue(),
  ]);
  const log = createLogger({ name: 'test', level: 'silent' });
  const discovery = watchDiscovery(catalogue.discoveryFile, log);
  const deadline = { deadlineMs: 2_000 };
  const offers = offerSource(rpcClient(discovery, 'products', OfferService, deadline));
  const stock = stockSource(rpcClient(discovery, 'products', ReservationService, deadline));
  const rates = rateSource(rpcClient(discovery, 'shipping', RateService, deadline));
  const closing: (() => Promise<void>)[] = [];

  /** One process of several; deadlines come `pace` times as late as they should. */
  async function replica({
    pace: slow = 1,
    askLeaseMs = 60_000,
    waitMs = 0,
    maxConnections = 8,
  } = {}) {
    const { url } = database;
    const opened = openDatabase({ url, schema: {}, name: 'replica', maxConnections });
    const { db, sql } = opened;
    const pace = { pace: slow, askLeaseMs };
    const checkouts = checkoutStore(db, outgoing);
    const carts = cartStore(db);
    const news = checkoutNews(sql);
    const listening = await news.listen();
    closing.push(async () => {
      await listening.close();
      await opened.close();
    });
    const asks = askVerbs({ store: checkouts, offers, stock, pace, log });
    const waiting = awaitOutcome({ checkouts, asks, news, waitMs, log });
    return {
      asks,
      place: placeOrder({ carts, checkouts, offers, rates, awaitOutcome: waiting, pace }),
      cancel: cancelOrder(checkouts, pace),
      meetNext: deadlineVerbs({ store: checkouts, pace, log }).meetNext,
      carts: cartVerbs(carts, offers),
      handle: consumer(
        db,
        'orders',
        reactions<typeof db>(
          {
            advance: (tx, orderId, told) =>
              advanceCheckout(checkoutUnit(tx, outgoing), orderId, told, pace),
            recordRefund: async () => false,
          },
          () => new Date(),
        ),
      ),
    };
  }

  return {
    sql: database.sql,
    catalogue,
    replica,
    close: async () => {
      discovery.close();
      await Promise.all(closing.map((each) => each()));
      await Promise.all([database.drop(), catalogue.close()]);
    },
  };
}

/** A message as another service sends it. */
export function messageOf<S extends Contract>(
  schema: S,
  data: z.input<S['shape']['data']> & { orderId: string },
) {
  const { orderId } = data;
  const details = { id: newId(), time: new Date(), subject: orderId, causationid: newId() };
  const event = { ...details, correlationid: orderId, data };
  return toMessage(newEvent(schema as never as Schema, event));
}

export const viewerOf = (...scopes: string[]): Viewer => ({
  ...{ id: newId(), roles: [], scopes: new Set(scopes), sessionId: null },
});

export const orderInput = (change: object = {}) => ({
  shippingAddress: {
    ...{ recipient: 'Mina Kim', phone: '+82 10 1234 5678', country: 'KR', postalCode: '04524' },
    ...{ region: 'Seoul', city: 'Jung-gu', line1: '110 Sejong-daero' },
  },
  shippingMethod: 'STANDARD',
  paymentMethod: 'pm_card_visa',
  idempotencyKey: `attempt-${newId()}`,
  ...change,
});
