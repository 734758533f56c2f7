import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, Message } from '@souk/platform/bus/bus';
import { type Database, openDatabase } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { once } from '@souk/platform/inbox';
import { createLogger } from '@souk/platform/log';
import { appendToOutbox } from '@souk/platform/outbox';
import { SEQUENCE, startRelay } from '@souk/platform/relay';
import { sql } from 'drizzle-orm';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { until } from './stage.ts';
import * as tables from './tables.ts';

const log = createLogger({ name: 'test', level: 'silent' });
let fresh: FreshDatabase;
let database: Database<typeof tables>;
const closers: (() => Promise<void>)[] = [];

beforeEach(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 10 });
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await database.close();
  await fresh.drop();
});

const message = (key: string, n: number): Message => ({
  id: newId(),
  topic: 'facts',
  key,
  headers: { n: `${n}` },
  body: JSON.stringify({ n }),
});

type Recording = Pick<Bus, 'publish'> & { got: Message[] };

function recording(before: () => Promise<void> = async () => {}): Recording {
  const got: Message[] = [];
  return {
    got,
    async publish(messages) {
      await before();
      got.push(...messages);
    },
  };
}

function relay(bus: Pick<Bus, 'publish'>, registry?: Registry) {
  const started = startRelay({
    url: fresh.url,
    bus,
    log,
    batch: 20,
    ...(registry && { registry }),
  });
  closers.push(started.close);
  return started;
}

const send = (...messages: Message[]) =>
  database.db.transaction((tx) => appendToOutbox(tx, messages));

const numbers = (messages: readonly Message[], key: string) =>
  messages.filter((each) => each.key === key).map((each) => Number(each.headers.n));

test('a message leaves if and only if its transaction commits', async () => {
  const bus = recording();
  relay(bus);
  const failed = database.db.transaction(async (tx) => {
    await appendToOutbox(tx, [message('a', 0)]);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  const kept = message('a', 1);
  await send(kept);
  await until(() => bus.got.length > 0, 5_000);
  expect(bus.got).toMatchObject([kept]);
  await expect.poll(() => database.db.select().from(tables.outbox)).toEqual([]);
});

test('each message says which came later, and a redriven one keeps what it said before', async () => {
  const bus = recording();
  await send(message('a', 1), message('a', 2));
  const redriven = { ...message('a', 3), headers: { [SEQUENCE]: '7000' } };
  await send(redriven);
  relay(bus);
  await until(() => bus.got.length === 3, 5_000);
  const [first, second, third] = bus.got.map(({ headers }) => Number(headers[SEQUENCE]));
  expect(second).toBeGreaterThan(first ?? Number.NaN);
  expect(third).toBe(7_000);
});

test('the relay is woken at once', async () => {
  const bus = recording();
  relay(bus);
  await sleep(300);
  const start = performance.now();
  await send(message('a', 1));
  await until(() => bus.got.length > 0, 5_000);
  expect(performance.now() - start).toBeLessThan(800);
});

test('a message that nobody is woken for leaves within two seconds', async () => {
  const bus = recording();
  relay(bus);
  await sleep(300);
  await database.db.insert(tables.outbox).values(message('a', 1));
  await until(() => bus.got.length > 0, 2_000);
});

test('a transaction that commits late is not passed over', async () => {
  const bus = recording();
  relay(bus);
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const early = database.db.transaction(async (tx) => {
    await appendToOutbox(tx, [message('slow', 1)]);
    await gate;
  });
  await sleep(50);
  await send(message('fast', 2));
  await until(() => bus.got.length === 1, 5_000);
  finish();
  await early;
  await until(() => bus.got.length === 2, 5_000);
  expect(bus.got.map(({ key }) => key)).toEqual(['fast', 'slow']);
});

test('transactions about one key take their turns, also when one commits late', async () => {
  const bus = recording();
  relay(bus);
  let written = () => {};
  const first = new Promise<void>((resolve) => {
    written = resolve;
  });
  const early = database.db.transaction(async (tx) => {
    await appendToOutbox(tx, [message('k', 1)]);
    written();
    await sleep(200);
    await appendToOutbox(tx, [message('k', 2)]);
  });
  await first;
  await send(message('k', 3));
  await early;
  await until(() => bus.got.length === 3, 5_000);
  expect(numbers(bus.got, 'k')).toEqual([1, 2, 3]);
});

test('under many writers nothing is lost, and two relays publish each message once in order', async () => {
  const bus = recording(() => sleep(1));
  relay(bus);
  relay(bus);
  const committed = new Map<string, number[]>();
  const writer = async (seed: number) => {
    for (let n = 0; n < 25; n += 1) {
      const key = `k${(seed * 7 + n) % 5}`;
      await database.db.transaction(async (tx) => {
        const [row] = await tx
          .insert(tables.counters)
          .values({ name: key, value: 1 })
          .onConflictDoUpdate({
            target: tables.counters.name,
            set: { value: sql`${tables.counters.value} + 1` },
          })
          .returning();
        await sleep((seed + n) % 4);
        await appendToOutbox(tx, [message(key, row?.value ?? 0)]);
        committed.set(key, [...(committed.get(key) ?? []), row?.value ?? 0]);
      });
    }
  };
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer));
  await until(
    () => bus.got.length >= 200,
    10_000,
    () => bus.got.length,
  );
  await sleep(100);
  expect(bus.got).toHaveLength(200);
  for (const [key, values] of committed) {
    expect(numbers(bus.got, key)).toEqual(values.map((_, at) => at + 1));
  }
});

test('a relay that dies between publishing and marking repeats the same ids, and the effect is one', async () => {
  const bus = recording();
  let deaths = 0;
  const dying: Pick<Bus, 'publish'> = {
    async publish(messages) {
      await bus.publish(messages);
      if (deaths > 0) return;
      deaths += 1;
      await fresh.sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'relay' and datname = current_database()`;
    },
  };
  relay(dying);
  relay(dying);
  const all = [message('a', 1), message('a', 2), message('b', 3)];
  await send(...all);
  await until(
    () => bus.got.length >= 6,
    8_000,
    () => bus.got.length,
  );
  expect(bus.got.slice(0, 6)).toMatchObject([...all, ...all]);

  const handle = once(database.db, 'counting', async (tx, { key }) => {
    await tx
      .insert(tables.counters)
      .values({ name: key, value: 1 })
      .onConflictDoUpdate({
        target: tables.counters.name,
        set: { value: sql`${tables.counters.value} + 1` },
      });
  });
  await Promise.all(bus.got.map(handle));
  const counted = await database.db.select().from(tables.counters).orderBy(tables.counters.name);
  expect(counted).toEqual([
    { name: 'a', value: 2 },
    { name: 'b', value: 1 },
  ]);
});

test('while the bus is down the lag grows, and afterwards everything leaves in order', async () => {
  let isDown = true;
  const bus = recording(async () => {
    if (isDown) throw new Error('down');
  });
  const registry = new Registry();
  relay(bus, registry);
  for (let n = 0; n < 45; n += 1) await send(message('a', n));
  await sleep(150);
  const lag = async () =>
    Number(/^outbox_lag_seconds (\S+)/m.exec(await registry.metrics())?.[1] ?? Number.NaN);
  expect(await lag()).toBeGreaterThan(0.1);
  isDown = false;
  await until(() => bus.got.length === 45, 8_000);
  expect(numbers(bus.got, 'a')).toEqual(Array.from({ length: 45 }, (_, n) => n));
  await expect.poll(lag).toBe(0);
});
