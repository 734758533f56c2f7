import { setTimeout as sleep } from 'node:timers/promises';
import { type EventSchema, newEvent } from '@souk/contracts/envelope';
import {
  CaptureRequested,
  PaymentRequested,
  PaymentVoidRequested,
  RefundRequested,
} from '@souk/contracts/events/orders';
import { openBus } from '@souk/platform/bus/bus';
import { toMessage } from '@souk/platform/consumer';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { startPsp, WEBHOOK_SECRET } from '../../../stack/tests/psp-process.ts';
import { forwarder } from './forwarder.ts';
import { mina } from './records.ts';
import { openStage } from './stage.ts';

type Told = { id: string; type: string; causationid: string; data: Record<string, unknown> };

export const log = createLogger({ name: 'shop', level: 'silent' });

/** Short name of a message: what it says, without who says it. */
const brief = (type: string) => type.split('.')[2] ?? type;

/** What orders would say and hear, over a real bus. */
export async function openOrders(busUrl: string) {
  const bus = await openBus(busUrl, { name: 'orders', log });
  const heard: Told[] = [];
  await bus.declare('payments', ['orders']);
  const listening = await bus.subscribe({
    group: 'orders',
    topics: ['payments'],
    handle: async ({ body }) => {
      heard.push(JSON.parse(body) as Told);
    },
    deadLetter: async () => {},
  });
  const say = async (schema: unknown, orderId: string, data: object): Promise<string> => {
    const id = newId();
    const event = newEvent(schema as EventSchema, {
      ...{ id, subject: orderId, correlationid: orderId, causationid: id },
      time: new Date(),
      data: { orderId, ...data },
    });
    await bus.publish([toMessage(event)]);
    return id;
  };
  const money = (amount: number) => ({ amount, currency: 'EUR' });
  const about = (orderId: string) => heard.filter(({ data }) => data.orderId === orderId);
  return {
    pay: (orderId: string, amount = 900, paymentMethod = 'pm_card_visa') =>
      say(PaymentRequested, orderId, {
        ...money(amount),
        ...{ customerId: mina, paymentMethod, idempotencyKey: orderId },
      }),
    letGo: (orderId: string) => say(PaymentVoidRequested, orderId, { reason: 'ENDED' }),
    capture: (orderId: string, shipmentId: string, amount: number) =>
      say(CaptureRequested, orderId, { ...money(amount), shipmentId }),
    refund: (orderId: string, refundId: string, amount: number) =>
      say(RefundRequested, orderId, { ...money(amount), refundId, reason: 'RETURNED' }),
    about,
    /** What was told about an order, once it is at least so much. */
    hear: async (orderId: string, count: number): Promise<string[]> => {
      for (let waited = 0; about(orderId).length < count && waited < 12_000; waited += 10) {
        await sleep(10);
      }
      return about(orderId).map(({ type }) => brief(type));
    },
    close: async () => {
      await listening.close();
      await bus.close();
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** Payments at work: a real provider beside it, its webhooks, and orders on the bus. */
export async function openShop(env: Readonly<Record<string, string>> = {}) {
  const webhooks = await forwarder();
  const psp = await startPsp({ WEBHOOK_ENDPOINTS: webhooks.url, ALLOW_RESET: '1' });
  const stage = await openStage([], {
    STRIPE_URL: psp.url,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    SWEEP_INTERVAL_MS: '200',
    SWEEP_AFTER_MS: '200',
    ...env,
  });
  webhooks.to(`${stage.url}/webhooks/stripe`);
  const orders = await openOrders(stage.database.url);
  /** What moved at the provider for an order, such as `capture 900`. */
  const moves = async (orderId: string): Promise<string[]> => {
    const { movements } = await psp.ledger();
    const { data } = await psp.stripe().paymentIntents.list({ limit: 100 });
    const intents = data.filter(({ metadata }) => metadata.orderId === orderId);
    return movements
      .filter(({ paymentIntent }) => intents.some(({ id }) => id === paymentIntent))
      .map(({ kind, amount }) => `${kind} ${amount}`);
  };
  const row = async (orderId: string) => {
    const [found] = await stage.sql`select * from payments where order_id = ${orderId}`;
    return found;
  };
  return {
    stage,
    psp,
    orders,
    webhooks,
    moves,
    row,
    close: async () => {
      await orders.close();
      await stage.close();
      await Promise.all([psp.close(), webhooks.close()]);
    },
  };
}
