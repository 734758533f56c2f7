import { ONLY_GROUP } from '@souk/platform/bus/bus';
import { type Database, openDatabase } from '@souk/platform/database';
import {
  dropDeadLetter,
  listDeadLetters,
  readDeadLetter,
  redriveDeadLetter,
  storeDeadLetter,
} from '@souk/platform/dead-letters';
import { newId } from '@souk/platform/ids';
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

const letter = (group: string, error = 'boom') => ({
  group,
  message: { id: newId(), topic: 'facts', key: 'k', headers: { a: 'b' }, body: '{"n":1}' },
  attempts: 3,
  error,
});

test('dead letters are listed, newest first, page by page, by group', async () => {
  for (const error of ['one', 'two', 'three']) {
    await storeDeadLetter(database.db, letter('listed', error));
  }
  await storeDeadLetter(database.db, letter('other'));
  const first = await listDeadLetters(database.db, { group: 'listed', limit: 2 });
  expect(first.map(({ error }) => error)).toEqual(['three', 'two']);
  const after = first[1]?.id ?? '';
  const second = await listDeadLetters(database.db, { group: 'listed', after, limit: 2 });
  expect(second.map(({ error }) => error)).toEqual(['one']);
  expect(await readDeadLetter(database.db, after)).toEqual(first[1]);
});

test('a letter that dies twice is one letter, with the newer error', async () => {
  const twice = letter('twice');
  await storeDeadLetter(database.db, twice);
  await storeDeadLetter(database.db, { ...twice, error: 'again' });
  const stored = await listDeadLetters(database.db, { group: 'twice', limit: 10 });
  expect(stored.map(({ error }) => error)).toEqual(['again']);
});

test('a redriven letter leaves with its own id, for its own group, once', async () => {
  const dead = letter('redriven');
  await storeDeadLetter(database.db, dead);
  const [stored] = await listDeadLetters(database.db, { group: 'redriven', limit: 1 });
  const redrive = () =>
    database.db.transaction((tx) => redriveDeadLetter(tx, stored?.id ?? newId()));
  expect(await redrive()).toBe(true);
  expect(await redrive()).toBe(false);
  expect(await database.db.select().from(tables.outbox)).toMatchObject([
    { ...dead.message, headers: { a: 'b', [ONLY_GROUP]: 'redriven' } },
  ]);
});

test('a dropped letter is gone', async () => {
  await storeDeadLetter(database.db, letter('dropped'));
  const [stored] = await listDeadLetters(database.db, { group: 'dropped', limit: 1 });
  expect(await dropDeadLetter(database.db, stored?.id ?? '')).toBe(true);
  expect(await dropDeadLetter(database.db, stored?.id ?? '')).toBe(false);
  expect(await readDeadLetter(database.db, stored?.id ?? '')).toBeNull();
});
