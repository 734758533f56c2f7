import { type Database, openDatabase } from '@souk/platform/database';
import { idempotent, pruneReplies } from '@souk/platform/idempotency';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import * as tables from './tables.ts';

let fresh: FreshDatabase;
let database: Database<typeof tables>;
beforeAll(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 6 });
});
beforeEach(() => fresh.sql`truncate counters, idempotent_replies`);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

type Attempt = { actor?: string; key?: string; operation?: string; input?: unknown };

/** Work that can be counted: adds a row, and replies with its name. */
const attempt = (changes: Attempt = {}, fail = false) =>
  database.db.transaction((tx) => {
    const asked = { actor: 'mina', key: 'attempt-1', operation: 'pay', input: { amount: 5 } };
    return idempotent(tx, { ...asked, ...changes }, async () => {
      const name = newId();
      await tx.insert(tables.counters).values({ name, value: 1 });
      if (fail) throw new Error('declined');
      return { name, parts: [1, null] };
    });
  });
const times = async () => (await fresh.sql`select 1 from counters`).length;
const reused = { code: 'IDEMPOTENCY_KEY_REUSED' };

test('who repeats it is told what the first was told, and nothing is done again', async () => {
  const first = await attempt();
  expect(await attempt()).toEqual(first);
  expect(await times()).toBe(1);
});

test('of many at once one does the work, and all are told the same', async () => {
  const replies = await Promise.all(Array.from({ length: 6 }, () => attempt()));
  expect(new Set(replies.map(({ name }) => name)).size).toBe(1);
  expect(await times()).toBe(1);
});

test('the same input in another order of its keys is the same input', async () => {
  const first = await attempt({ input: { a: 1, b: { c: 2, d: [3] } } });
  expect(await attempt({ input: { b: { d: [3], c: 2 }, a: 1 } })).toEqual(first);
});

test('a key that stands for something else is refused, and nothing is done', async () => {
  await attempt();
  await expect(attempt({ input: { amount: 6 } })).rejects.toMatchObject(reused);
  await expect(attempt({ operation: 'refund' })).rejects.toMatchObject(reused);
  await expect(attempt({ input: null })).rejects.toMatchObject(reused);
  expect(await times()).toBe(1);
});

test('work that throws is undone and leaves the key free, also for other input', async () => {
  await expect(attempt({}, true)).rejects.toThrow('declined');
  expect(await times()).toBe(0);
  await attempt({ input: { amount: 7 } });
  expect(await times()).toBe(1);
});

test('who waits for work that then throws does it instead', async () => {
  const outcomes = await Promise.allSettled([attempt({}, true), attempt(), attempt()]);
  const done = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(done.length).toBeGreaterThanOrEqual(2);
  expect(await times()).toBe(1);
});

test("keys of different people are different keys, and one person's other key is new", async () => {
  await attempt();
  await attempt({ actor: 'sam' });
  await attempt({ key: 'attempt-2' });
  expect(await times()).toBe(3);
});

test('what was answered long enough ago is forgotten, and only that', async () => {
  await attempt();
  await pruneReplies(database.db, 1);
  await attempt();
  expect(await times()).toBe(1);
  await pruneReplies(database.db, 0);
  await attempt();
  expect(await times()).toBe(2);
});
