import { ONLY_GROUP } from '@souk/platform/bus/bus';
import { type Database, openDatabase } from '@souk/platform/database';
import { type DeadLetterVerbs, deadLetterVerbs } from '@souk/platform/dead-letter-verbs';
import { storeDeadLetter } from '@souk/platform/dead-letters';
import type { Viewer } from '@souk/platform/identity';
import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import * as tables from './tables.ts';

let fresh: FreshDatabase;
let database: Database<typeof tables>;
let verbs: DeadLetterVerbs;
beforeAll(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 2 });
  verbs = deadLetterVerbs(database.db);
});
beforeEach(() => fresh.sql`truncate dead_letters, outbox`);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const person = (...scopes: string[]): Viewer => ({
  id: newId(),
  roles: [],
  scopes: new Set(scopes),
  sessionId: null,
});
const operator = person('ops');

async function letter(error = 'boom') {
  const message = { id: newId(), topic: 'facts', key: 'k', headers: {}, body: '{"n":1}' };
  await storeDeadLetter(database.db, { group: 'readers', message, attempts: 3, error });
  return message;
}

test('operators page through what was given up, the newest first', async () => {
  for (const error of ['one', 'two', 'three']) await letter(error);
  const first = await verbs.list(operator, { first: 2 });
  expect(first.nodes.map(({ error }) => error)).toEqual(['three', 'two']);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await verbs.list(operator, { first: 2, after: first.pageInfo.endCursor });
  expect(rest.nodes.map(({ error }) => error)).toEqual(['one']);
  expect(rest.pageInfo.hasNextPage).toBe(false);
  expect(await verbs.read(operator, rest.nodes[0]?.id ?? '')).toEqual(rest.nodes[0]);
});

test('a redriven letter leaves by the outbox for its group and is listed no more', async () => {
  const message = await letter();
  const [stored] = (await verbs.list(operator, {})).nodes;
  expect(await verbs.redrive(operator, stored?.id ?? '')).toBe(true);
  expect(await verbs.redrive(operator, stored?.id ?? '')).toBe(false);
  expect((await verbs.list(operator, {})).nodes).toEqual([]);
  expect(await database.db.select().from(tables.outbox)).toMatchObject([
    { ...message, headers: { [ONLY_GROUP]: 'readers' } },
  ]);
});

test('a dropped letter is gone, and nothing is sent', async () => {
  await letter();
  const [stored] = (await verbs.list(operator, {})).nodes;
  expect(await verbs.drop(operator, stored?.id ?? '')).toBe(true);
  expect(await verbs.drop(operator, stored?.id ?? '')).toBe(false);
  expect(await verbs.read(operator, stored?.id ?? '')).toBeNull();
  expect(await database.db.select().from(tables.outbox)).toEqual([]);
});

const attempts: [string, (by: Viewer | null, id: string) => Promise<unknown>][] = [
  ['list', (by) => verbs.list(by, {})],
  ['read', (by, id) => verbs.read(by, id)],
  ['redrive', (by, id) => verbs.redrive(by, id)],
  ['drop', (by, id) => verbs.drop(by, id)],
];

test.each(attempts)('only operators %s dead letters', async (_, attempt) => {
  await letter();
  const id = (await verbs.list(operator, {})).nodes[0]?.id ?? '';
  await expect(attempt(null, id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(attempt(person('orders:write'), id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await database.db.select().from(tables.deadLetters)).toHaveLength(1);
});

test('what is no id, cursor or page size is refused', async () => {
  const refused = { code: 'BAD_USER_INPUT' };
  await expect(verbs.read(operator, 'x')).rejects.toMatchObject(refused);
  await expect(verbs.redrive(operator, 'x')).rejects.toMatchObject(refused);
  await expect(verbs.drop(operator, 'x')).rejects.toMatchObject(refused);
  await expect(verbs.list(operator, { after: 'x' })).rejects.toMatchObject(refused);
  await expect(verbs.list(operator, { first: 101 })).rejects.toMatchObject(refused);
});
