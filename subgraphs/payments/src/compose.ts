import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { paymentVerbs } from './app/payments.ts';
import type { Config } from './config.ts';
import { paymentContext } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { partQueries } from './store/parts.ts';
import { paymentQueries } from './store/payments.ts';
import { paymentSeed } from './store/seed.ts';
import * as tables from './store/tables.ts';

/** The one file that knows every room. */
export function compose(config: Config, scope: { log: Logger; metrics: Metrics }): Composition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    name: 'payments',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const queries = { ...paymentQueries(database.db), ...partQueries(database.db) };
  const verbs = paymentVerbs(queries);
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: paymentSeed(database.db),
    ping: () => database.sql`/* payments.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: paymentContext(verbs, queries),
    },
    close: database.close,
  };
}
