import type { Queries } from '@souk/platform/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { FreshToken } from '../app/refresh-token.ts';
import type { SessionStore } from '../app/sessions.ts';
import { personColumns } from './people.ts';
import { refreshTokens, sessions, users } from './tables.ts';

export function sessionStore(db: Queries<Record<string, unknown>>): SessionStore {
  const row = (sessionId: string, { hash, expiresAt }: FreshToken) => ({
    hash,
    sessionId,
    expiresAt,
  });

  return {
    begin: (sessionId, first) =>
      db.transaction(async (tx) => {
        const [session] = await tx
          .update(sessions)
          .set({ expiresAt: first.expiresAt })
          .where(eq(sessions.id, sessionId))
          .returning({ userId: sessions.userId });
        if (session === undefined) throw new Error('The session ended before it began.');
        await tx
          .delete(sessions)
          .where(and(eq(sessions.userId, session.userId), lt(sessions.expiresAt, sql`now()`)));
        await tx.insert(refreshTokens).values(row(sessionId, first));
      }),

    exchange: (hash, decide) =>
      db.transaction(async (tx) => {
        // The session is the lock: two who bring the same token come one after the other.
        await tx.execute(
          sql`/* accounts.lockSessionOfToken */ select ${sessions.id} from ${sessions} where ${sessions.id} = (select ${refreshTokens.sessionId} from ${refreshTokens} where ${refreshTokens.hash} = ${hash}) for update`,
        );
        const [found] = await tx
          .select({ token: refreshTokens, person: personColumns })
          .from(refreshTokens)
          .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
          .innerJoin(users, eq(users.id, sessions.userId))
          .where(eq(refreshTokens.hash, hash));
        if (found === undefined) return null;
        const { token, person } = found;
        const { sessionId } = token;
        const decision = decide({ ...token, personId: person.id });
        if (decision === 'refuse') return null;
        if (decision === 'end') {
          await tx.delete(sessions).where(eq(sessions.id, sessionId));
          return null;
        }
        await tx
          .update(refreshTokens)
          .set({ usedAt: token.usedAt ?? new Date() })
          .where(eq(refreshTokens.hash, hash));
        await tx
          .delete(refreshTokens)
          .where(
            and(eq(refreshTokens.sessionId, sessionId), lt(refreshTokens.expiresAt, sql`now()`)),
          );
        await tx.insert(refreshTokens).values(row(sessionId, decision));
        await tx
          .update(sessions)
          .set({ expiresAt: decision.expiresAt, updatedAt: new Date() })
          .where(eq(sessions.id, sessionId));
        return { sessionId, person };
      }),

    end: async (sessionId, personId) => {
      const ended = await db
        .delete(sessions)
        .where(and(eq(sessions.id, sessionId), eq(sessions.userId, personId)))
        .returning({ id: sessions.id });
      return ended.length > 0;
    },

    endByToken: async (hash) => {
      const ended = await db
        .delete(sessions)
        .where(
          sql`${sessions.id} = (select ${refreshTokens.sessionId} from ${refreshTokens} where ${refreshTokens.hash} = ${hash})`,
        )
        .returning({ id: sessions.id });
      return ended.length > 0;
    },

    endAll: async (personId) => {
      const ended = await db
        .delete(sessions)
        .where(eq(sessions.userId, personId))
        .returning({ id: sessions.id });
      return ended.length;
    },
  };
}
