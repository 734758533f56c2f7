import type { Logger } from '@souk/platform/log';
import type { Placement } from '../domain/order-events.ts';
import type { Asks } from './asks.ts';
import type { CheckoutNews } from './checkout-news.ts';
import type { Ask, CheckoutStore } from './checkout-store.ts';
import { outcomeOf, type PlaceOrderOutcome } from './place-order-outcome.ts';

/** An order that was placed, and the question that its checkout has just raised. */
export type Placed = { orderId: string; question: { ask: Ask; placement: Placement } | null };

/** Waits until the customer of an order can be told something, or for as long as one may wait. */
export type AwaitOutcome = (placed: Placed) => Promise<PlaceOrderOutcome>;

/** How often somebody who waits looks, whether or not there were news, milliseconds. */
const LOOK_MS = 1_000;

/** Asks what the checkout wants to know before anything else: it is the fastest way to an answer. */
export function awaitOutcome(parts: {
  checkouts: Pick<CheckoutStore, 'standing'>;
  asks: Pick<Asks, 'carryOut'>;
  news: CheckoutNews;
  waitMs: number;
  log: Logger;
}): AwaitOutcome {
  const { checkouts, asks, news, waitMs, log } = parts;

  const ask = async ({ ask, placement }: NonNullable<Placed['question']>) => {
    try {
      const standing = await asks.carryOut(ask, placement);
      return standing && outcomeOf(standing);
    } catch (error) {
      // The question stays open; whoever finds its lease over asks again.
      log.warn({ err: error, orderId: placement.orderId, ask }, 'asked in vain');
      return null;
    }
  };

  return async ({ orderId, question }) => {
    const watch = news.watch(orderId);
    const endsAt = performance.now() + waitMs;
    const left = () => Math.max(0, endsAt - performance.now());
    try {
      if (question !== null) {
        const outcome = await ask(question);
        if (outcome !== null) return outcome;
        await watch.next(Math.min(LOOK_MS, left()));
      }
      for (;;) {
        const standing = await checkouts.standing(orderId);
        const outcome = standing && outcomeOf(standing);
        if (outcome !== null) return outcome;
        if (left() === 0) return { kind: 'ORDER', orderId };
        await watch.next(Math.min(LOOK_MS, left()));
      }
    } finally {
      watch.close();
    }
  };
}
