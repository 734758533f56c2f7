import { buy, type Reply, untilSettled } from './checkout.ts';
import type { Shop } from './shopper.ts';

const MOST = 9;

/** Buys what is left of everything scarce, until there is none. Says how many orders that took. */
export async function mopUp(around: Shop, round: number): Promise<number> {
  const orders = await Promise.all(
    around.shelves.scarce.map((variantId, place) => buyAll(around, variantId, `${round}-${place}`)),
  );
  return orders.reduce((sum, count) => sum + count, 0);
}

async function buyAll(around: Shop, variantId: string, name: string): Promise<number> {
  let orders = 0;
  for (let quantity = MOST, attempt = 0; quantity > 0; attempt += 1) {
    const { reply, settled } = await buySome(around, variantId, quantity, `${name}-${attempt}`);
    if (reply.__typename === 'ItemsOutOfStock') {
      quantity = Math.min(quantity - 1, reply.shortages?.[0]?.available ?? 0);
    } else if (settled === null) {
      quantity = 0;
    } else {
      orders += 1;
    }
  }
  return orders;
}

async function buySome(around: Shop, variantId: string, quantity: number, name: string) {
  const { graph, accounts, diary, seed, patienceMs } = around;
  const account = await accounts.take();
  const key = `chaos-${seed}-mop-up-${name}`;
  const [reply = { __typename: 'Nothing' } satisfies Reply] = await buy(graph, diary, account, {
    ...{ key, wants: [{ variantId, quantity }], card: 'pm_card_visa' },
    ...{ express: false, couponCode: null, submits: 1 },
  });
  const settled =
    reply.__typename === 'Order' && reply.id !== undefined
      ? await untilSettled(graph, account.token, reply.id, patienceMs)
      : null;
  accounts.giveBack(account);
  return { reply, settled };
}
