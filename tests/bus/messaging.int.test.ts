import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@souk/platform/bus/bus';
import { type Database, openDatabase } from '@souk/platform/database';
import { redriveDeadLetter } from '@souk/platform/dead-letters';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { once } from '@souk/platform/inbox';
import { createLogger } from '@souk/platform/log';
import { type MessagingOptions, startMessaging } from '@souk/platform/messaging';
import { appendToOutbox } from '@souk/platform/outbox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { type Door, openDoor } from './door.ts';
import { until } from './stage.ts';
import * as tables from './tables.ts';

const log = createLogger({ name: 'test', level: 'silent' });
const PATIENCE_MS = 10_000;
let bus: FreshDatabase;
let closers: (() => Promise<unknown>)[];
let door: Door | null;

beforeEach(async () => {
  bus = await freshDatabase();
  closers = [];
  door = null;
});
afterEach(async () => {
  for (const close of closers.toReversed()) await close();
  await door?.close();
  await bus.drop();
});

type Service = {
  database: Database<typeof tables>;
  got: Message[];
  handle: MessagingOptions['handle'];
};

/** A service with a database of its own; what it handles, it keeps. */
async function service(): Promise<Service> {
  const fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  const database = openDatabase({
    url: fresh.url,
    schema: tables,
    name: 'test',
    maxConnections: 3,
  });
  closers.push(fresh.drop, database.close);
  const got: Message[] = [];
  return { database, got, handle: async (message) => void got.push(message) };
}

type Roles = { readers?: string[]; topics?: string[]; busUrl?: string };

function join(name: string, { database, handle }: Service, roles: Roles) {
  const messaging = startMessaging({
    service: name,
    instance: `${name}-1`,
    busUrl: bus.url,
    databaseUrl: database.url,
    db: database.db,
    readers: [],
    topics: [],
    handle,
    keepsReplies: true,
    log,
    ...roles,
  });
  let left: Promise<void> | undefined;
  const close = () => (left ??= messaging.close());
  closers.push(close);
  return { close };
}

const fact = (n: number): Message => ({
  id: newId(),
  topic: 'teller',
  key: 'key-1',
  headers: {},
  body: JSON.stringify({ n }),
});
const tell = ({ database }: Service, ...facts: Message[]) =>
  database.db.transaction((tx) => appendToOutbox(tx, facts));
const numbers = ({ got }: Service) => got.map(({ body }) => JSON.parse(body).n);
const lettersOf = ({ database }: Service) => database.db.select().from(tables.deadLetters);

test('what is told reaches a reader that has never run before', async () => {
  const [teller, reader] = [await service(), await service()];
  join('teller', teller, { readers: ['reader'] });
  await tell(teller, fact(1), fact(2));
  await expect.poll(() => teller.database.db.$count(tables.outbox), { timeout: 5_000 }).toBe(0);
  join('reader', reader, { topics: ['teller'] });
  await until(() => reader.got.length === 2, PATIENCE_MS);
  expect(numbers(reader)).toEqual([1, 2]);
});

test('a service works on while the broker is away, and joins when it is there', async () => {
  const [teller, reader] = [await service(), await service()];
  door = await openDoor(bus.url);
  await door.shut();
  const busUrl = door.url;
  join('teller', teller, { readers: ['reader'], busUrl });
  join('reader', reader, { topics: ['teller'], busUrl });
  await tell(teller, fact(1));
  await sleep(100);
  expect(await teller.database.db.$count(tables.outbox)).toBe(1);
  await door.open();
  await until(() => reader.got.length === 1, PATIENCE_MS);
});

test('a service that never found its broker leaves at once', async () => {
  const lonely = await service();
  door = await openDoor(bus.url);
  await door.shut();
  const { close } = join('lonely', lonely, { topics: ['teller'], busUrl: door.url });
  const since = performance.now();
  await close();
  expect(performance.now() - since).toBeLessThan(2_000);
});

test('a dead letter is kept in the database of the service, and comes again when it is redriven', async () => {
  const [teller, reader] = [await service(), await service()];
  let cured = false;
  const { handle } = reader;
  reader.handle = async (message) => {
    if (!cured) throw new AppError('BAD_USER_INPUT', 'This is no fact.');
    await handle(message);
  };
  join('teller', teller, { readers: ['reader'] });
  join('reader', reader, { topics: ['teller'] });
  const told = fact(1);
  await tell(teller, told);
  await expect.poll(async () => (await lettersOf(reader)).length, { timeout: 5_000 }).toBe(1);
  const [letter] = await lettersOf(reader);
  expect(letter).toMatchObject({ group: 'reader', messageId: told.id, attempts: 1 });
  cured = true;
  await reader.database.db.transaction((tx) => redriveDeadLetter(tx, letter?.id ?? ''));
  await until(() => reader.got.length === 1, PATIENCE_MS);
  expect(reader.got).toMatchObject([{ id: told.id, body: told.body }]);
  expect(await lettersOf(reader)).toEqual([]);
});

test('who leaves finishes what it has begun and begins nothing more; the next one goes on there', async () => {
  const [teller, reader] = [await service(), await service()];
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const { handle } = reader;
  reader.handle = once(reader.database.db, 'reader', async (_, message) => {
    begun.resolve();
    await goOn.promise;
    await handle(message);
  });
  join('teller', teller, { readers: ['reader'] });
  const first = join('reader', reader, { topics: ['teller'] });
  await tell(teller, fact(1), fact(2), fact(3));
  await begun.promise;
  const leaving = first.close();
  await sleep(50);
  goOn.resolve();
  await leaving;
  const before = numbers(reader);
  expect(before).toContain(1);
  await sleep(50);
  expect(numbers(reader)).toEqual(before);
  join('reader', reader, { topics: ['teller'] });
  await until(() => reader.got.length === 3, PATIENCE_MS);
  expect(numbers(reader)).toEqual([1, 2, 3]);
});
