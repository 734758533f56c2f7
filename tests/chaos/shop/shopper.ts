import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../site/graph.ts';
import type { Account, Accounts } from './accounts.ts';
import { buy, orderOf, untilSettled } from './checkout.ts';
import type { Diary } from './diary.ts';
import type { Intention } from './intention.ts';
import { CANCEL_ORDER } from './operations.ts';

/** What there is in the shop. */
export type Shelves = {
  common: readonly string[];
  scarce: readonly string[];
  coupons: readonly string[];
};

export type Shop = {
  graph: Graph;
  accounts: Accounts;
  diary: Diary;
  shelves: Shelves;
  /** Where the cardholder's bank answers. */
  provider: string;
  seed: number;
  /** How long a person waits for an order to come to a rest, or for their bank. */
  patienceMs: number;
  /** Told of orders that somebody wants to send back a part of. */
  wantsToReturn: (wish: { account: Account; orderId: string; units: number }) => void;
};

export const keyOf = (seed: number, number: number): string => `chaos-${seed}-${number}`;

/** One person, from the empty cart to the end of their patience. Throws Refused when nobody answers. */
export async function shop(around: Shop, intention: Intention): Promise<void> {
  const { graph, accounts, diary, shelves, seed } = around;
  const account = await accounts.take();
  const key = keyOf(seed, intention.number);
  const replies = await buy(graph, diary, account, {
    key,
    wants: intention.wants.map(({ isScarce, place, quantity }) => ({
      variantId: (isScarce ? shelves.scarce : shelves.common)[place] ?? '',
      quantity,
    })),
    card: intention.card,
    express: intention.express,
    couponCode: intention.coupon === null ? null : (shelves.coupons[intention.coupon] ?? null),
    submits: intention.submits,
  });
  const asked = replies.find(({ actionUrl }) => actionUrl !== undefined);
  const orderId = replies.map(orderOf).find((id) => id !== null) ?? null;
  if (orderId === null) return accounts.giveBack(account);
  // Their cart is bought, or given up, long after they have gone.
  if (asked !== undefined && intention.proof === 'never') return;
  if (asked?.actionUrl !== undefined && intention.proof !== null) {
    await prove(around, asked.actionUrl, intention.proof);
  }
  if (intention.cancelAfterMs !== null) {
    await sleep(intention.cancelAfterMs);
    await cancel(around, account, key, orderId);
  }
  const status = await untilSettled(graph, account.token, orderId, around.patienceMs);
  diary.heard(key, status, orderId);
  if (intention.sendsBack > 0) {
    around.wantsToReturn({ account, orderId, units: intention.sendsBack });
  }
  accounts.giveBack(account);
}

async function cancel({ graph, diary }: Shop, { token }: Account, key: string, orderId: string) {
  diary.askedToCancel(key);
  const input = { orderId, reason: 'CHANGED_MIND', idempotencyKey: `${key}-cancel` };
  await graph(CANCEL_ORDER, { input }, token);
}

/** Answers the bank's page as a browser would, until the bank has heard it. */
async function prove(
  { provider, patienceMs }: Shop,
  actionUrl: string,
  answer: string,
): Promise<void> {
  const url = new URL(new URL(actionUrl).pathname, provider);
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ answer }),
      redirect: 'manual',
    }).catch(() => null);
    if (response !== null && response.status < 500) return;
    await sleep(300);
  }
}
