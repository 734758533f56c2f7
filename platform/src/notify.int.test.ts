import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { type Database, openDatabase } from './database.ts';
import { notifyAfterCommit } from './notify.ts';

let fresh: FreshDatabase;
let database: Database;
let statements = 0;
let heard: string[];

beforeEach(async () => {
  fresh = await freshDatabase();
  const onStatement = () => {
    statements += 1;
  };
  database = openDatabase({
    ...{ url: fresh.url, schema: {}, name: 'test', maxConnections: 8, onStatement },
  });
  await fresh.sql`create table notes (text text not null)`;
  heard = [];
  await database.sql.listen('news', (payload) => heard.push(payload));
});
afterEach(async () => {
  await database.close();
  await fresh.drop();
});

const note = (text: string, work: () => Promise<void> = async () => {}) =>
  database.db.transaction(async (tx) => {
    notifyAfterCommit('news', text);
    await tx.execute(sql`/* test.note */ insert into notes values (${text}::text)`);
    await work();
  });

test('what a transaction tells is told once it can be seen', async () => {
  const seen = new Promise<unknown>((resolve) => {
    void database.sql.listen('news', () => resolve(fresh.sql`select text from notes`));
  });
  await note('a', () => sleep(100));
  expect(await seen).toEqual([{ text: 'a' }]);
  expect(heard).toEqual(['a']);
});

test('a transaction that is undone tells nothing, nor does who is in none', async () => {
  const undone = note('undone', async () => {
    expect(heard).toEqual([]);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  notifyAfterCommit('news', 'in none');
  await note('kept');
  await expect.poll(() => heard).toEqual(['kept']);
  await sleep(50);
  expect(heard).toEqual(['kept']);
});

test('a transaction within another tells what is its own', async () => {
  await expect(
    note('outer', async () => {
      await note('inner');
      await expect.poll(() => heard).toEqual(['inner']);
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  await sleep(50);
  expect(heard).toEqual(['inner']);
});

test('of a crowd nobody is forgotten, and what is the same is told together', async () => {
  const names = Array.from({ length: 200 }, (_, n) => `${n}`);
  await Promise.all(names.map((name) => note(name)));
  await expect.poll(() => heard.toSorted()).toEqual(names.toSorted());
  heard.length = 0;
  await Promise.all(names.map(() => note('same')));
  await sleep(200);
  expect(new Set(heard)).toEqual(new Set(['same']));
  expect(heard.length).toBeLessThan(100);
});

test('it counts as no statement of a request', async () => {
  await note('warm');
  const count = async (work: () => Promise<unknown>) => {
    const before = statements;
    await work();
    await sleep(50);
    return statements - before;
  };
  const silent = await count(() =>
    database.db.transaction((tx) =>
      tx.execute(sql`/* test.note */ insert into notes values ('a')`),
    ),
  );
  expect(await count(() => note('b'))).toBe(silent);
});
