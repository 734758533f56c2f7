import { type Database, openDatabase } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { once, pruneInbox } from '@souk/platform/inbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import * as tables from './tables.ts';

let fresh: FreshDatabase;
let database: Database<typeof tables>;
beforeAll(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 4 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const message = () => ({ id: newId(), topic: 'facts', key: 'a', headers: {}, body: '{}' });

test('one message that comes many times at once has its effect once, for each consumer', async () => {
  const effects: string[] = [];
  const same = message();
  const handlers = ['mailing', 'billing'].map((consumer) =>
    once(database.db, consumer, async () => void effects.push(consumer)),
  );
  await Promise.all(handlers.flatMap((handle) => [handle(same), handle(same), handle(same)]));
  expect(effects.sort()).toEqual(['billing', 'mailing']);
});

test('an effect that failed leaves no trace in the inbox, so that it can be tried again', async () => {
  let tries = 0;
  const handle = once(database.db, 'flaky', async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
  });
  const one = message();
  await expect(handle(one)).rejects.toThrow('not yet');
  await handle(one);
  await handle(one);
  expect(tries).toBe(2);
});

test('the inbox forgets what is old enough, and only that', async () => {
  const handle = once(database.db, 'any', async () => {});
  await handle(message());
  await pruneInbox(database.db, 1);
  expect(await database.db.select().from(tables.inbox)).not.toHaveLength(0);
  await pruneInbox(database.db, 0);
  expect(await database.db.select().from(tables.inbox)).toHaveLength(0);
});
