import type { Composition } from '@souk/platform/process';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { type TestIdentity, testIdentity } from './identity.ts';
import {
  startTestSubgraph,
  type TestScope,
  type TestSubgraph,
  testEnv,
  testScope,
} from './subgraph.ts';

export type StagedSubgraph<C extends Composition> = TestSubgraph & {
  database: FreshDatabase;
  sql: FreshDatabase['sql'];
  identity: TestIdentity;
  composition: C;
  /** Loads more records, as SEED_FILE does. */
  seed: (records: Iterable<object>) => Promise<void>;
  /** SQL statements sent so far. */
  statements: () => Promise<number>;
};

/**
 * A subgraph as it runs, for one test file: over a migrated database of its own, with these records
 * in it, and with tokens that it accepts. Closing it drops the database.
 */
export async function stageSubgraph<C extends Composition>(options: {
  name: string;
  migrations: string;
  extensions?: readonly string[];
  /** What parseConfig needs beyond `testEnv`. */
  env?: Readonly<Record<string, string>>;
  compose: (env: Record<string, string>, scope: TestScope) => C;
  records?: Iterable<object>;
}): Promise<StagedSubgraph<C>> {
  const [database, identity] = await Promise.all([
    freshDatabase(options.migrations, options.extensions),
    testIdentity(),
  ]);
  const scope = testScope(options.name);
  const composition = options.compose(
    { ...testEnv(database.url, identity), ...options.env },
    scope,
  );
  const seed = (records: Iterable<object>) => composition.seed.load(oneByOne(records));
  if (options.records !== undefined) await seed(options.records);
  const subgraph = await startTestSubgraph(composition, identity);
  return {
    ...subgraph,
    database,
    sql: database.sql,
    identity,
    composition,
    seed,
    statements: scope.statements,
    close: async () => {
      await subgraph.close();
      await Promise.all([database.drop(), identity.close()]);
    },
  };
}

async function* oneByOne(records: Iterable<object>): AsyncGenerator<unknown> {
  yield* records;
}
