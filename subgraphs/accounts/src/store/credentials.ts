import type { Queries } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import type { Logger } from '@souk/platform/log';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Credentials, OpenedSession } from '../app/sessions.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { personColumns } from './people.ts';
import { credentials, sessions, users } from './tables.ts';

/**
 * better-auth, asked through its server API only: it owns users, credentials and the opening of
 * sessions. It has no HTTP routes here, so its cookies and its session tokens open nothing.
 */
export function credentialStore(
  db: Queries<Record<string, unknown>>,
  options: { secret: string; sessionSeconds: number; log: Logger },
): Credentials {
  const auth = betterAuth({
    baseURL: 'http://accounts.invalid',
    secret: options.secret,
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_, message) => options.log.error({ source: 'better-auth' }, message),
    },
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: true,
      schema: { user: users, account: credentials, session: sessions },
    }),
    advanced: { database: { generateId: () => newId(), validateSchema: false } },
    user: { additionalFields: { locale: { type: 'string', required: true, input: true } } },
    session: { expiresIn: options.sessionSeconds },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
  });
  const byToken = (token: string) =>
    db
      .select({ sessionId: sessions.id, person: personColumns })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.token, token));

  async function opened(token: string | null): Promise<OpenedSession> {
    const [session] = token === null ? [] : await byToken(token);
    if (session === undefined) throw new Error('better-auth opened no session.');
    return session;
  }

  async function isTaken(email: string): Promise<boolean> {
    const rows = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
    return rows.length > 0;
  }

  return {
    signUp: async (input) => {
      const made = await auth.api.signUpEmail({ body: input }).catch(async (error) => {
        // Also for two sign-ups at once, where better-auth only says that it failed.
        if (error instanceof APIError && (await isTaken(input.email))) {
          const fields = [{ path: 'email', message: 'This has an account.' }];
          throw new AppError('CONFLICT', 'This e-mail address has an account. Sign in instead.', {
            fields,
          });
        }
        throw error;
      });
      return opened(made.token);
    },
    signIn: async (input) => {
      const session = await auth.api.signInEmail({ body: input }).catch((error) => {
        if (error instanceof APIError && error.body?.code === 'INVALID_EMAIL_OR_PASSWORD') {
          return null;
        }
        throw error;
      });
      return session && opened(session.token);
    },
  };
}
