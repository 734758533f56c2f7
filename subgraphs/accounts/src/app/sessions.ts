import { AppError } from '@souk/platform/errors';
import { requireViewer, type Viewer } from '@souk/platform/identity';
import { parseInput } from '@souk/platform/input';
import { type Person, SignIn, SignUp } from '../domain/person.ts';
import type { RefreshToken } from '../domain/session.ts';
import { judge } from '../domain/session.ts';
import type { AccessToken } from './access-token.ts';
import type { AttemptLimit } from './attempts.ts';
import { type FreshToken, freshToken, hashToken } from './refresh-token.ts';

export type OpenedSession = { sessionId: string; person: Person };

/** Who may come in; better-auth answers it. */
export type Credentials = {
  /** Throws CONFLICT when the e-mail address has an account. */
  signUp: (input: SignUp) => Promise<OpenedSession>;
  /** Null when the address or the password is wrong, after the same time for either. */
  signIn: (input: SignIn) => Promise<OpenedSession | null>;
};

export type SessionStore = {
  begin: (sessionId: string, first: FreshToken) => Promise<void>;
  /**
   * Finds a token and holds its session until `decide` has said what becomes of it: the next token
   * to store, or `end` to end the session. All in one transaction.
   */
  exchange: (
    hash: string,
    decide: (token: RefreshToken) => FreshToken | 'end' | 'refuse',
  ) => Promise<OpenedSession | null>;
  end: (sessionId: string, personId: string) => Promise<boolean>;
  endByToken: (hash: string) => Promise<boolean>;
  endAll: (personId: string) => Promise<number>;
};

export type AuthPayload = AccessToken & { refreshToken: string; viewer: Person };

const wrong = () => new AppError('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');

/** Coming in, staying in, leaving. */
export function sessionVerbs(ports: {
  credentials: Credentials;
  store: SessionStore;
  sign: (person: Person, sessionId: string) => Promise<AccessToken>;
  attempts: AttemptLimit;
  sessionSeconds: number;
  leewaySeconds: number;
}) {
  const { credentials, store, attempts } = ports;

  async function begin({ person, sessionId }: OpenedSession): Promise<AuthPayload> {
    const first = freshToken(ports.sessionSeconds);
    await store.begin(sessionId, first);
    const access = await ports.sign(person, sessionId);
    return { ...access, refreshToken: first.token, viewer: person };
  }

  return {
    /** Throws BAD_USER_INPUT, CONFLICT for an e-mail address that has an account. */
    signUp: async (input: unknown): Promise<AuthPayload> =>
      begin(await credentials.signUp(parseInput(SignUp, input))),

    /** Throws UNAUTHENTICATED, RATE_LIMITED per e-mail address and IP address. */
    signIn: async (input: unknown, ip: string): Promise<AuthPayload> => {
      const given = parseInput(SignIn, input);
      await attempts.spend('sign-in', given.email, ip);
      const opened = await credentials.signIn(given);
      if (opened === null) throw wrong();
      await attempts.forget('sign-in', given.email, ip);
      return begin(opened);
    },

    /** Throws UNAUTHENTICATED for a token that is unknown, used, expired, or of an ended session. */
    refresh: async (token: string): Promise<AuthPayload> => {
      const next = freshToken(ports.sessionSeconds);
      const opened = await store.exchange(hashToken(token), (found) => {
        const verdict = judge(found, new Date(), ports.leewaySeconds);
        if (verdict === 'exchange') return next;
        return verdict === 'stolen' ? 'end' : 'refuse';
      });
      if (opened === null) {
        throw new AppError('UNAUTHENTICATED', 'The refresh token is not valid. Sign in again.');
      }
      const access = await ports.sign(opened.person, opened.sessionId);
      return { ...access, refreshToken: next.token, viewer: opened.person };
    },

    /** Whether there was a session to end. Throws UNAUTHENTICATED for guests without a token. */
    signOut: async (viewer: Viewer | null, refreshToken: string | null): Promise<boolean> => {
      if (refreshToken !== null) return store.endByToken(hashToken(refreshToken));
      const { id, sessionId } = requireViewer(viewer);
      return sessionId === null ? false : store.end(sessionId, id);
    },

    /** How many sessions were ended. Throws UNAUTHENTICATED for guests. */
    signOutEverywhere: async (viewer: Viewer | null): Promise<number> =>
      store.endAll(requireViewer(viewer).id),
  };
}

export type SessionVerbs = ReturnType<typeof sessionVerbs>;
