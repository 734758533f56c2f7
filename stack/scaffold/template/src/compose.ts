import { readFileSync } from 'node:fs';
import { openDatabase } from '@souk/platform/database';
import type { Logger } from '@souk/platform/log';
import type { Metrics } from '@souk/platform/metrics';
import type { Composition } from '@souk/platform/process';
import { __singular__Verbs } from './app/__plural__.ts';
import type { Config } from './config.ts';
import { __singular__Context } from './graphql/context.ts';
import { resolvers } from './graphql/resolvers.ts';
import { __singular__Queries } from './store/__plural__.ts';
import { __singular__Seed } from './store/seed.ts';
import * as tables from './store/tables.ts';

/** The one file that knows every room. */
export function compose(config: Config, scope: { log: Logger; metrics: Metrics }): Composition {
  const database = openDatabase({
    url: config.DATABASE_URL,
    schema: tables,
    name: '__plural__',
    maxConnections: config.DATABASE_MAX_CONNECTIONS,
    onStatement: () => scope.metrics.statements.inc(),
  });
  const queries = __singular__Queries(database.db);
  const verbs = __singular__Verbs(queries);
  return {
    databaseUrl: config.DATABASE_URL,
    migrations: `${import.meta.dirname}/../migrations`,
    seed: __singular__Seed(database.db),
    ping: () => database.sql`/* __plural__.ping */ select 1`,
    subgraph: {
      sdl: readFileSync(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
      resolvers,
      context: __singular__Context(verbs, queries),
    },
    close: database.close,
  };
}
