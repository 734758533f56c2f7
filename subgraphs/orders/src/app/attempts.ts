import { AppError } from '@souk/platform/errors';

/** What an attempt returns when what it had read beforehand changed before it held the lock. */
export const STALE = Symbol('stale');

const ATTEMPTS = 4;

/**
 * Prices are asked for before the cart is locked, so that no lock waits for the network; when the
 * cart changed in between, all is done again. Throws CONFLICT after a few attempts.
 */
export async function whileStale<T>(attempt: () => Promise<T | typeof STALE>): Promise<T> {
  for (let turn = 0; turn < ATTEMPTS; turn += 1) {
    const result = await attempt();
    if (result !== STALE) return result;
  }
  throw new AppError('CONFLICT', 'The cart is being changed by somebody else; try again.');
}
