import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/database.ts';
import { type Database, openDatabase } from './database.ts';
import {
  append,
  type Checkpoint,
  type NewEvent,
  readAll,
  readStream,
  START,
  streamVersion,
} from './event-store.ts';
import * as tables from './event-tables.ts';
import { newId } from './ids.ts';

let fresh: FreshDatabase;
let database: Database<typeof tables>;

beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.sql.file(fileURLToPath(import.meta.resolve('../tests/event-tables.sql')));
  await fresh.sql`create table notes (body text)`;
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 10 });
});
beforeEach(() => fresh.sql`truncate events, event_streams, notes`);
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const event = (type: string, data: unknown = {}): NewEvent => ({
  id: newId(),
  type,
  data,
  at: new Date('2026-05-01T12:00:00.123Z'),
  correlationId: 'story',
  causationId: 'command',
});
const types = (found: readonly { type: string }[]) => found.map(({ type }) => type);

/** Everything after a checkpoint, read in pages of two. */
async function everything(after: Checkpoint = START) {
  const found = [];
  for (let last = after; ; ) {
    const page = await readAll(database.db, last, 2);
    found.push(...page);
    if (page.length < 2) return found;
    last = page.at(-1) ?? last;
  }
}

/**
 * Waits until so much can be read: transactions of other databases of the same PostgreSQL hold what is
 * settled back, too.
 */
const settled = (expected: readonly string[], read = everything) =>
  vi.waitFor(async () => expect(types(await read())).toEqual(expected), {
    timeout: 10_000,
    interval: 20,
  });

describe('a stream', () => {
  test('gives back what was appended, with versions from 1', async () => {
    const first = event('Opened', { by: 'mina', text: '"quotes" and \\', n: [1, null] });
    await append(database.db, 'door-1', 0, [first, event('Closed')]);
    await append(database.db, 'door-1', 2, [event('Opened')]);
    const found = await readStream(database.db, 'door-1');
    expect(found[0]).toMatchObject({ ...first, streamId: 'door-1', version: 1 });
    expect(found.map(({ version, type }) => [version, type])).toEqual([
      [1, 'Opened'],
      [2, 'Closed'],
      [3, 'Opened'],
    ]);
    expect(await streamVersion(database.db, 'door-1')).toBe(3);
    expect(types(await readStream(database.db, 'door-1', 2))).toEqual(['Opened']);
  });

  test('that does not exist is empty', async () => {
    expect(await readStream(database.db, 'door-2')).toEqual([]);
    expect(await streamVersion(database.db, 'door-2')).toBe(0);
  });

  test.each([
    [0, 'it exists already'],
    [1, 'it has grown since'],
    [3, 'it is not so long yet'],
  ])('is not appended to at version %d when %s', async (expected) => {
    await append(database.db, 'door-1', 0, [event('Opened'), event('Closed')]);
    const late = append(database.db, 'door-1', expected, [event('Opened')]);
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await streamVersion(database.db, 'door-1')).toBe(2);
  });

  test('that does not exist has no version but 0', async () => {
    const early = append(database.db, 'door-3', 1, [event('Closed')]);
    await expect(early).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await streamVersion(database.db, 'door-3')).toBe(0);
  });

  test('does not take the same event twice', async () => {
    const once = event('Opened');
    await append(database.db, 'door-1', 0, [once]);
    await expect(append(database.db, 'door-1', 1, [once])).rejects.toThrow();
    expect(await streamVersion(database.db, 'door-1')).toBe(1);
  });

  test('appending nothing does nothing', async () => {
    await append(database.db, 'door-1', 7, []);
    expect(await everything()).toEqual([]);
  });
});

describe('appends at the same time', () => {
  test.each([0, 1])('exactly one wins at version %d', async (expected) => {
    if (expected === 1) await append(database.db, 'door-1', 0, [event('Made')]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        database.db.transaction((tx) => append(tx, 'door-1', expected, [event('Opened')])),
      ),
    );
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(9);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'CONFLICT' });
    expect(await streamVersion(database.db, 'door-1')).toBe(expected + 1);
  });

  test('writers that read again and retry all get in, one after another', async () => {
    const write = async (): Promise<void> => {
      const version = await streamVersion(database.db, 'door-1');
      await database.db
        .transaction((tx) => append(tx, 'door-1', version, [event('Knocked')]))
        .catch((error) => {
          if (error.code !== 'CONFLICT') throw error;
          return write();
        });
    };
    await Promise.all(Array.from({ length: 8 }, write));
    const versions = (await readStream(database.db, 'door-1')).map(({ version }) => version);
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe("the caller's transaction", () => {
  test('stands or falls as one with what else is written in it', async () => {
    const failed = database.db.transaction(async (tx) => {
      await append(tx, 'door-1', 0, [event('Opened')]);
      await tx.execute("insert into notes values ('sent')");
      throw new Error('crash');
    });
    await expect(failed).rejects.toThrow('crash');
    expect(await everything()).toEqual([]);
    expect(await fresh.sql`select * from notes`).toHaveLength(0);
  });

  test('can go on after a conflict', async () => {
    await append(database.db, 'door-1', 0, [event('Opened')]);
    await database.db.transaction(async (tx) => {
      await append(tx, 'door-1', 0, [event('Opened')]).catch(() => {});
      await tx.execute("insert into notes values ('too late')");
    });
    expect(await fresh.sql`select * from notes`).toHaveLength(1);
  });
});

describe('everything', () => {
  test('is read in pages, each event once', async () => {
    for (const n of [1, 2, 3]) {
      await append(database.db, `door-${n}`, 0, [event(`A${n}`), event(`B${n}`)]);
    }
    await settled(['A1', 'B1', 'A2', 'B2', 'A3', 'B3']);
  });

  test('misses nothing of a transaction that began first and ends last', async () => {
    const slow = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const transaction = database.db.transaction(async (tx) => {
      await append(tx, 'slow', 0, [event('Slow')]);
      begun.resolve();
      await slow.promise;
    });
    await begun.promise;
    await append(database.db, 'fast', 0, [event('Fast')]);
    const early = await everything();
    slow.resolve();
    await transaction;
    await settled(['Slow', 'Fast'], async () => [
      ...early,
      ...(await everything(early.at(-1) ?? START)),
    ]);
  });

  test('keeps a stream in its own sequence when an older transaction appends after a younger', async () => {
    const older = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const transaction = database.db.transaction(async (tx) => {
      await tx.execute("insert into notes values ('takes a transaction id')");
      begun.resolve();
      await older.promise;
      await append(tx, 'door-1', 1, [event('Second')]);
    });
    await begun.promise;
    await append(database.db, 'door-1', 0, [event('First')]);
    older.resolve();
    await transaction;
    await settled(['First', 'Second']);
  });

  test('loses nothing to many writers at once while it is followed', async () => {
    const seen: string[] = [];
    let last: Checkpoint = START;
    let writing = true;
    const written = 6 * 20;
    const follow = async () => {
      // What others do in the same PostgreSQL can hold back for a moment what is committed here.
      const until = performance.now() + 15_000;
      while (writing || (seen.length < written && performance.now() < until)) {
        const page = await readAll(database.db, last, 7);
        seen.push(...page.map(({ streamId, version }) => `${streamId}@${version}`));
        last = page.at(-1) ?? last;
      }
    };
    const following = follow();
    await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        for (let version = 0; version < 20; version += 2) {
          await database.db.transaction(async (tx) => {
            await append(tx, `s${n}`, version, [event('A'), event('B')]);
            if (version % 3 === 0) await tx.execute('select pg_sleep(0.004)');
          });
        }
      }),
    );
    writing = false;
    await following;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(written);
    expect(await readAll(database.db, last, 7)).toEqual([]);
    for (const n of [0, 1, 2, 3, 4, 5]) {
      const mine = seen.filter((each) => each.startsWith(`s${n}@`));
      expect(mine).toEqual(Array.from({ length: 20 }, (__, i) => `s${n}@${i + 1}`));
    }
  });
});
