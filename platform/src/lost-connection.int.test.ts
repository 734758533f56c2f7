import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../tests/database.ts';
import { type Database, openDatabase } from './database.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = openDatabase({ url: fresh.url, schema: {}, name: 'lossy', maxConnections: 1 });
  await database.sql`create table written (by text)`;
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Ends the connection once this is its last statement. */
async function cutAfter(statement: string): Promise<void> {
  const cut = () => fresh.sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'lossy' and query like ${`${statement}%`}`;
  while ((await cut()).length === 0) await sleep(10);
}

test('what a transaction says after its connection is gone reaches nobody', async () => {
  const gone = Promise.withResolvers<void>();
  const refused = Promise.withResolvers<unknown>();
  const transaction = database.db.transaction(async (tx) => {
    await tx.execute(sql`insert into written values ('first')`);
    await gone.promise;
    await tx.execute(sql`insert into written values ('afterwards')`).catch(refused.resolve);
    await tx.execute(sql`insert into written values ('much later')`);
  });
  transaction.catch(() => {});
  await cutAfter('insert');
  await expect(transaction).rejects.toThrow();
  // The one connection of the pool is another caller's by now.
  await database.sql.begin(async (tx) => {
    await tx`insert into written values ('another')`;
    gone.resolve();
    expect(await refused.promise).toBeInstanceOf(Error);
    await tx`insert into written values ('another still')`;
  });
  expect(await database.sql`select by from written`).toEqual([
    { by: 'another' },
    { by: 'another still' },
  ]);
});

test('a transaction that is cut off in a statement fails, and the pool goes on', async () => {
  const { sql: client } = database;
  for (const work of [
    () => database.db.transaction((tx) => tx.execute(sql`select pg_sleep(10)`)),
    () => client.begin((tx) => tx.savepoint((inner) => inner`select pg_sleep(10)`)),
    () => client.begin(async (tx) => tx`select pg_sleep(10)`.catch(() => 'swallowed')),
    () => client.begin('read only', (tx) => [tx`select 1`, tx`select pg_sleep(10)`]),
  ]) {
    const failing = expect(work()).rejects.toThrow();
    await cutAfter('select pg_sleep');
    await failing;
    // The driver may tell whoever comes next of the same error once more.
    const next = () => client`select 1 as n`;
    expect(await next().catch(next)).toEqual([{ n: 1 }]);
  }
});

test('a transaction that fails for another reason is rolled back and says why', async () => {
  const work = database.db.transaction(async (tx) => {
    await tx.execute(sql`insert into written values ('never')`);
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await database.sql`select 1 from written where by = 'never'`).toEqual([]);
});
