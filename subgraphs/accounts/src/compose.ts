import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { accessTokens } from './app/access-token.ts';
import { addressVerbs } from './app/address-book.ts';
import { attemptLimit } from './app/attempts.ts';
import { profileVerbs } from './app/profile.ts';
import { sessionVerbs } from './app/sessions.ts';
import type { Config } from './config.ts';
import { accountsContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { addressBooks } from './store/address-books.ts';
import { attemptStore } from './store/attempts.ts';
import { credentialStore } from './store/credentials.ts';
import { peopleQueries } from './store/people.ts';
import { sealWith } from './store/seal.ts';
import { accountSeed } from './store/seed.ts';
import { sessionStore } from './store/sessions.ts';
import { signingKeyStore } from './store/signing-keys.ts';
import * as tables from './store/tables.ts';

/** The one file that knows every room. */
export function compose(config: Config, scope: { log: Logger; metrics: Metrics }): Composition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    name: 'accounts',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const { db } = database;
  const people = peopleQueries(db);
  const keys = signingKeyStore(db, sealWith(config.AUTH_SECRET), {
    rotationSeconds: config.SIGNING_KEY_ROTATION_SECONDS,
    graceSeconds: config.SIGNING_KEY_GRACE_SECONDS,
  });
  const attempts = attemptLimit(attemptStore(db), {
    max: config.SIGN_IN_MAX_ATTEMPTS,
    windowSeconds: config.SIGN_IN_WINDOW_SECONDS,
  });
  const sessions = sessionVerbs({
    credentials: credentialStore(db, {
      secret: config.AUTH_SECRET,
      sessionSeconds: config.SESSION_SECONDS,
      log: scope.log,
    }),
    store: sessionStore(db),
    sign: accessTokens(keys, {
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
      lifetimeSeconds: config.ACCESS_TOKEN_SECONDS,
      reloadSeconds: config.SIGNING_KEY_RELOAD_SECONDS,
    }),
    attempts,
    sessionSeconds: config.SESSION_SECONDS,
    leewaySeconds: config.REFRESH_LEEWAY_SECONDS,
  });
  const verbs = {
    sessions,
    profile: profileVerbs(people, attempts),
    addresses: addressVerbs(addressBooks(db)),
  };
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: accountSeed(db),
    ping: () => database.sql`/* accounts.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: accountsContext(verbs, people),
    },
    routes: (http) => {
      http.get('/.well-known/jwks.json', async (_, reply) => {
        await keys.current();
        const set = { keys: await keys.publicKeys() };
        return reply.header('cache-control', 'public, max-age=15').send(set);
      });
    },
    close: database.close,
  };
}
