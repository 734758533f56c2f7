import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from '../site/graph.ts';
import type { Account } from './accounts.ts';
import { ORDER, REQUEST_RETURN } from './operations.ts';

type Wish = { account: Account; orderId: string; units: number };

const ROUND_MS = 700;
const OVER: ReadonlySet<string> = new Set(['REJECTED', 'EXPIRED', 'CANCELLED']);

/** Customers who send something back as soon as it has arrived. */
export function startReturns(graph: Graph) {
  let waiting: Wish[] = [];
  let closed = false;

  /** Whether nothing is left to be wished for. */
  const granted = async ({ account, orderId, units }: Wish): Promise<boolean> => {
    const { order } = await graph<{ order: { status: string } | null }>(
      ORDER,
      { id: orderId },
      account.token,
    );
    if (order === null || OVER.has(order.status)) return true;
    if (order.status !== 'DELIVERED') return false;
    const items = [{ lineNumber: 1, quantity: units }];
    const input = { orderId, items, reason: 'WRONG_SIZE', idempotencyKey: randomUUID() };
    await graph(REQUEST_RETURN, { input }, account.token);
    return true;
  };

  const round = async () => {
    const wishes = waiting;
    waiting = [];
    for (const wish of wishes) {
      const done = await granted(wish).catch(() => false);
      if (!done) waiting.push(wish);
    }
  };
  const working = (async () => {
    while (!closed) {
      await round();
      await sleep(ROUND_MS);
    }
  })();

  return {
    wish: (wish: Wish) => {
      waiting.push(wish);
    },
    left: () => waiting.length,
    close: async () => {
      closed = true;
      await working;
    },
  };
}
