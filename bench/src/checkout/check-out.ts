import type { Account } from '../../../tests/chaos/shop/accounts.ts';
import { untilSettled } from '../../../tests/chaos/shop/checkout.ts';
import { ADD_TO_CART, PLACE_ORDER } from '../../../tests/chaos/shop/operations.ts';
import type { Graph } from '../../../tests/chaos/site/graph.ts';

/** How long it took from placeOrder until the order was CONFIRMED. */
export type Checkout = { ms: number };

const PATIENCE_MS = 30_000;
const CONFIRMED = 'CONFIRMED';
const shippingAddress = {
  ...{ recipient: 'A shopper', phone: '+821012345678', country: 'KR', postalCode: '04524' },
  ...{ region: 'Seoul', city: 'Jung-gu', line1: 'Sejong-daero 110' },
};

/** Puts a variant in the cart and buys it with a card that pays. Throws for any other end. */
export async function checkOut(
  graph: Graph,
  { token }: Account,
  { variantId, key }: { variantId: string; key: string },
): Promise<Checkout> {
  await graph(ADD_TO_CART, { input: { variantId, quantity: 1 } }, token);
  const input = { shippingAddress, paymentMethod: 'pm_card_visa', idempotencyKey: key };
  const began = performance.now();
  const { placeOrder } = await graph<{ placeOrder: { id?: string; status?: string } }>(
    PLACE_ORDER,
    { input },
    token,
  );
  const { id } = placeOrder;
  if (id === undefined) throw new Error(`no order: ${JSON.stringify(placeOrder)}`);
  const status =
    placeOrder.status === CONFIRMED ? CONFIRMED : await untilSettled(graph, token, id, PATIENCE_MS);
  if (status !== CONFIRMED) throw new Error(`order ${id} is ${status}`);
  return { ms: performance.now() - began };
}
