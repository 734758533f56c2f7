export type RetryBudget = { called: () => void; mayRetry: () => boolean };

/**
 * Retries at most a share of the calls, so that a service in trouble is not asked many times over.
 * `reserve` retries can be had at once.
 */
export function retryBudget({ share, reserve }: { share: number; reserve: number }): RetryBudget {
  let tokens = reserve;
  return {
    called: () => {
      tokens = Math.min(reserve, tokens + share);
    },
    mayRetry: () => {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

/** Milliseconds before the nth retry, from 0: up to a bound that doubles, with full jitter. */
export const backoffMs = (retry: number, firstMs: number, random = Math.random): number =>
  firstMs * 2 ** retry * random();
