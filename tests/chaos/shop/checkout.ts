import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../site/graph.ts';
import { Refused } from '../site/graph.ts';
import type { Account } from './accounts.ts';
import type { Diary } from './diary.ts';
import { ADD_TO_CART, EMPTY_CART, ORDER, PLACE_ORDER } from './operations.ts';

export type Order = { id: string; status: string };

/** One of the members of PlaceOrderResult; an Order has an id and a status, others may name one. */
export type Reply = {
  __typename: string;
  id?: string;
  status?: string;
  order?: { id: string } | null;
  actionUrl?: string;
  shortages?: readonly { available: number }[];
};

export type Purchase = {
  wants: readonly { variantId: string; quantity: number }[];
  card: string;
  express: boolean;
  couponCode: string | null;
  key: string;
  /** How often the same is sent, at the same time. */
  submits: number;
};

const ADDRESS = {
  recipient: 'A shopper',
  phone: '+821012345678',
  country: 'KR',
  postalCode: '04524',
  region: 'Seoul',
  city: 'Jung-gu',
  line1: 'Sejong-daero 110',
};

const ON_ITS_WAY: ReadonlySet<string> = new Set([
  'PENDING',
  'STOCK_RESERVED',
  'PAYMENT_AUTHORIZED',
  'CANCELLING',
]);
const POLL_MS = 400;

/** The input of an attempt: the same whenever the attempt is repeated. */
const placeInput = ({ card, express, couponCode, key }: Omit<Purchase, 'wants'>) => ({
  shippingAddress: ADDRESS,
  shippingMethod: express ? 'EXPRESS' : 'STANDARD',
  paymentMethod: card,
  ...(couponCode === null ? {} : { couponCode }),
  idempotencyKey: key,
});

export const orderOf = ({ id, order }: Reply): string | null => id ?? order?.id ?? null;

/** Fills a cart and buys it. Resolves with every reply that came; throws Refused for none. */
export async function buy(
  graph: Graph,
  diary: Diary,
  { id, token }: Account,
  purchase: Purchase,
): Promise<Reply[]> {
  await emptyCart(graph, token);
  for (const { variantId, quantity } of purchase.wants) {
    await graph(ADD_TO_CART, { input: { variantId, quantity } }, token);
  }
  const input = placeInput(purchase);
  diary.open(purchase.key, { customerId: id, token, input });
  const send = async (): Promise<Reply> => {
    const answer = await graph<{ placeOrder: Reply }>(PLACE_ORDER, { input }, token);
    const reply = answer.placeOrder;
    // Another attempt's order: of this one there is none.
    const own = reply.__typename === 'CheckoutInProgress' ? null : orderOf(reply);
    diary.heard(purchase.key, reply.status ?? reply.__typename, own);
    return reply;
  };
  return Promise.all(Array.from({ length: purchase.submits }, send));
}

async function emptyCart(graph: Graph, token: string): Promise<void> {
  await graph(EMPTY_CART, {}, token).catch((error) => {
    if (!(error instanceof Refused) || error.code !== 'NOT_FOUND') throw error;
  });
}

/** Asks until the order has come to a rest; the last status where that takes too long. */
export async function untilSettled(
  graph: Graph,
  token: string,
  orderId: string,
  patienceMs: number,
): Promise<string> {
  const since = Date.now();
  for (;;) {
    const { order } = await graph<{ order: Order | null }>(ORDER, { id: orderId }, token);
    const status = order?.status ?? 'GONE';
    if (!ON_ITS_WAY.has(status) || Date.now() - since > patienceMs) return status;
    await sleep(POLL_MS);
  }
}
