import path from 'node:path';
import { ONLY_GROUP } from '@souk/platform/bus/bus';
import { type Database, openDatabase } from '@souk/platform/database';
import { storeDeadLetter } from '@souk/platform/dead-letters';
import { newId } from '@souk/platform/ids';
import { answer } from '@souk/stack/dead-letters/answer';
import { parseAsked } from '@souk/stack/dead-letters/arguments';
import { openShelves } from '@souk/stack/dead-letters/shelves';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import * as tables from './tables.ts';

let fresh: FreshDatabase;
let database: Database<typeof tables>;
beforeAll(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 2 });
});
beforeEach(() => fresh.sql`truncate dead_letters, outbox`);
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** What the command says, and whether everything that it was to do could be done. */
async function command(args: string[]): Promise<{ complete: boolean; said: string[] }> {
  const asked = parseAsked(args);
  if (asked === null) throw new Error('asks for help');
  const said: string[] = [];
  const env = { DATABASE_URL: fresh.url };
  const shelves = await openShelves('/nowhere', env, asked.service);
  try {
    return { complete: await answer(asked, shelves, (line) => said.push(line)), said };
  } finally {
    for (const shelf of shelves) await shelf.database.close();
  }
}

async function letter(error: string): Promise<string> {
  const message = {
    id: newId(),
    topic: 'payments',
    key: 'order-1',
    headers: { type: 'payment-failed.v1' },
    body: '{"n":1}',
  };
  await storeDeadLetter(database.db, { group: 'orders', message, attempts: 3, error });
  const [stored] = await fresh.sql<{ id: string }[]>`
    select id from dead_letters where message_id = ${message.id}`;
  return stored?.id ?? '';
}
const left = async () => (await fresh.sql`select id from dead_letters`).map(({ id }) => id);

test('lists what was given up, for people and for programs, and shows one with its body', async () => {
  const [older, newer] = [await letter('no such order\n  at …'), await letter('boom')];
  const list = await command(['list', '--service', 'orders']);
  expect(list.said.map((line) => line.split(/ {2,}/))).toEqual([
    [newer, expect.any(String), 'orders', 'payment-failed.v1', 'boom'],
    [older, expect.any(String), 'orders', 'payment-failed.v1', 'no such order'],
  ]);
  const rows = await command(['list', '--json']);
  expect(rows.said.map((row) => JSON.parse(row))).toMatchObject([{ id: newer }, { id: older }]);
  const [shown] = (await command(['read', older])).said;
  expect(shown).toContain('\n{\n  "n": 1\n}');
  expect(shown).toContain('at …');
});

test('redrives and drops what is named, and says what is not there', async () => {
  const [one, two] = [await letter('a'), await letter('b')];
  expect(await command(['redrive', one])).toEqual({ complete: true, said: [`${one} redriven`] });
  expect(await command(['drop', one, two])).toEqual({
    complete: false,
    said: [`${one} is not there`, `${two} dropped`],
  });
  expect(await left()).toEqual([]);
  const sent = await database.db.select().from(tables.outbox);
  expect(sent).toMatchObject([{ key: 'order-1', headers: { [ONLY_GROUP]: 'orders' } }]);
});

test('redrives everything at once', async () => {
  const ids = [await letter('a'), await letter('b'), await letter('c')];
  const { said } = await command(['redrive', '--all', '--json']);
  expect(said.map((line) => JSON.parse(line))).toEqual(
    ids.toReversed().map((id) => ({ id, redriven: true })),
  );
  expect(await left()).toEqual([]);
});

test('a database that keeps no dead letters has none', async () => {
  await fresh.sql`alter table dead_letters rename to hidden`;
  expect(await command(['list'])).toEqual({
    complete: true,
    said: ['There are no dead letters.'],
  });
  expect(await command(['list', '--json'])).toEqual({ complete: true, said: [] });
  await fresh.sql`alter table hidden rename to dead_letters`;
});

test('says so where no stack runs', async () => {
  const env = { SOUK_DATA_DIR: '/nonexistent/souk' };
  const opening = openShelves(path.resolve(import.meta.dirname, '../..'), env, null);
  await expect(opening).rejects.toThrow('No stack is running.');
});
