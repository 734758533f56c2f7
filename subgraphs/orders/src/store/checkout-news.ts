import type { Sql } from 'postgres';
import type { CheckoutNews } from '../app/checkout-news.ts';

export const NEWS_CHANNEL = 'checkouts';

/**
 * Hears of checkouts by LISTEN, on one connection however many wait, from whichever replica stored
 * them. News that are missed while that connection is away are not told later.
 */
export function checkoutNews(sql: Sql): CheckoutNews & {
  listen: () => Promise<{ close: () => Promise<void> }>;
} {
  const watching = new Map<string, Set<() => void>>();

  return {
    listen: async () => {
      const { unlisten } = await sql.listen(NEWS_CHANNEL, (orderId) => {
        for (const wake of watching.get(orderId) ?? []) wake();
      });
      return { close: unlisten };
    },
    watch: (orderId) => {
      let told = false;
      let resolve = () => {};
      const wake = () => {
        told = true;
        resolve();
      };
      const others = watching.get(orderId) ?? new Set();
      watching.set(orderId, others.add(wake));
      return {
        next: (ms) =>
          new Promise((done) => {
            const timer = setTimeout(() => resolve(), told ? 0 : ms);
            resolve = () => {
              clearTimeout(timer);
              told = false;
              done();
            };
          }),
        close: () => {
          others.delete(wake);
          if (others.size === 0) watching.delete(orderId);
          resolve();
        },
      };
    },
  };
}
