import type { Queries } from '@souk/platform/database';
import { eq, lt, sql } from 'drizzle-orm';
import type { AttemptStore } from '../app/attempts.ts';
import { signInAttempts } from './tables.ts';

export const attemptStore = (db: Queries<Record<string, unknown>>): AttemptStore => ({
  count: async (key, windowSeconds) => {
    const windowStart = sql`now() - make_interval(secs => ${windowSeconds})`;
    const over = sql`${signInAttempts.startedAt} <= ${windowStart}`;
    const [row] = await db
      .insert(signInAttempts)
      .values({ key, attempts: 1, startedAt: sql`now()` })
      .onConflictDoUpdate({
        target: signInAttempts.key,
        set: {
          attempts: sql`case when ${over} then 1 else ${signInAttempts.attempts} + 1 end`,
          startedAt: sql`case when ${over} then now() else ${signInAttempts.startedAt} end`,
        },
      })
      .returning({ attempts: signInAttempts.attempts, startedAt: signInAttempts.startedAt });
    if (row === undefined) throw new Error('The attempt was not counted.');
    // The first of a window sweeps what older windows left behind.
    if (row.attempts === 1)
      await db.delete(signInAttempts).where(lt(signInAttempts.startedAt, windowStart));
    return row;
  },
  forget: async (key) => {
    await db.delete(signInAttempts).where(eq(signInAttempts.key, key));
  },
});
