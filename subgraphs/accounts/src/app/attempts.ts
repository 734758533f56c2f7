import { createHash } from 'node:crypto';
import { AppError } from '@souk/platform/errors';

export type AttemptStore = {
  /** Counts one more in the window that is open, or opens one; answers how many, and since when. */
  count: (key: string, windowSeconds: number) => Promise<{ attempts: number; startedAt: Date }>;
  forget: (key: string) => Promise<void>;
};

/** Bounds how often a password may be tried for the same subject (an account seen from an address). */
export const attemptLimit = (
  store: AttemptStore,
  options: { max: number; windowSeconds: number },
) => ({
  /** Counts before the password is looked at. Throws RATE_LIMITED with `retryAfterSeconds`. */
  spend: async (...subject: string[]): Promise<void> => {
    const { attempts, startedAt } = await store.count(keyOf(subject), options.windowSeconds);
    if (attempts <= options.max) return;
    const endsAt = startedAt.getTime() + options.windowSeconds * 1_000;
    const retryAfterSeconds = Math.max(1, Math.ceil((endsAt - Date.now()) / 1_000));
    throw new AppError('RATE_LIMITED', 'Too many attempts. Try again later.', {
      retryAfterSeconds,
    });
  },
  /** For a password that was right. */
  forget: (...subject: string[]): Promise<void> => store.forget(keyOf(subject)),
});

export type AttemptLimit = ReturnType<typeof attemptLimit>;

const keyOf = (subject: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(subject)).digest('hex');
