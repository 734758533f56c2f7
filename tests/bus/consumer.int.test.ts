import type { Message } from '@souk/platform/bus/bus';
import { deliver } from '@souk/platform/bus/delivery';
import { consumer, keepDeadLetters, on, toMessage } from '@souk/platform/consumer';
import { type Database, openDatabase } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { inTrace, traceIdOf, traceparent } from '@souk/platform/trace';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import * as tables from './tables.ts';

const Counted = z.object({
  id: z.uuid(),
  source: z.literal('/tests/counting'),
  type: z.literal('counted.v1'),
  partitionkey: z.string(),
  traceparent: z.string().optional(),
  data: z.object({ name: z.string(), by: z.int() }),
});
type Counted = z.output<typeof Counted>;

let fresh: FreshDatabase;
let database: Database<typeof tables>;
let traces: (string | undefined)[];
let failing: number;

beforeAll(async () => {
  fresh = await freshDatabase(new URL('./migrations', import.meta.url));
  database = openDatabase({ url: fresh.url, schema: tables, name: 'test', maxConnections: 4 });
});
beforeEach(async () => {
  await fresh.sql`truncate counters, inbox, dead_letters`;
  traces = [];
  failing = 0;
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const handlerOf = (group: string) =>
  consumer(database.db, group, [
    on(Counted, async (tx, { data }) => {
      await tx.execute(sql`insert into counters values (${data.name}, ${data.by})
        on conflict (name) do update set value = counters.value + excluded.value`);
      traces.push(traceparent());
      if (failing-- > 0) throw new Error('not yet');
    }),
  ]);

const event = (changes: Partial<Counted> = {}): Counted => ({
  id: newId(),
  source: '/tests/counting',
  type: 'counted.v1',
  partitionkey: 'key-1',
  data: { name: 'sum', by: 3 },
  ...changes,
});

const bring = (message: Message, group = 'readers') =>
  deliver(message, {
    group,
    handle: handlerOf(group),
    deadLetter: keepDeadLetters(database.db),
    retry: { attempts: 3, baseMs: 1, maxMs: 1 },
    log: createLogger({ name: 'test', level: 'silent' }),
    signal: new AbortController().signal,
  });
const sum = async () => (await fresh.sql`select value from counters`)[0]?.value;
const letters = () => database.db.select().from(tables.deadLetters);

test('an event travels under its type, on the topic of its emitter, by its partition key', () => {
  const told = event({ traceparent: 'trace' });
  expect(toMessage(told)).toEqual({
    id: told.id,
    topic: 'counting',
    key: 'key-1',
    headers: { type: 'counted.v1', traceparent: 'trace' },
    body: JSON.stringify(told),
  });
  expect(toMessage(event()).headers).toEqual({ type: 'counted.v1' });
});

test('an event has its effect once for each group, however often it comes', async () => {
  const message = toMessage(event());
  await Promise.all([bring(message), bring(message), bring(message, 'others')]);
  await bring(message);
  expect(await sum()).toBe(6);
});

test('an effect that failed is undone with its place in the inbox, and done when it is tried again', async () => {
  failing = 1;
  await bring(toMessage(event()));
  expect(await sum()).toBe(3);
  expect(await letters()).toEqual([]);
});

test('an effect that never succeeds leaves a dead letter and nothing else', async () => {
  failing = 99;
  const message = toMessage(event());
  await bring(message);
  expect(await sum()).toBeUndefined();
  expect(await database.db.select().from(tables.inbox)).toEqual([]);
  expect(await letters()).toMatchObject([
    { group: 'readers', messageId: message.id, attempts: 3, body: message.body },
  ]);
});

test('types that nobody reacts to are passed over without a trace', async () => {
  await bring({ ...toMessage(event()), headers: { type: 'counted.v2' } });
  await bring({ ...toMessage(event()), headers: {} });
  expect(await sum()).toBeUndefined();
  expect(await database.db.select().from(tables.inbox)).toEqual([]);
  expect(await letters()).toEqual([]);
});

test.each([
  ['no JSON', 'no json at all'],
  ['not what its contract says', JSON.stringify({ ...event(), data: { name: 'sum' } })],
])('a body that is %s is given up at once, and nothing is remembered', async (_, body) => {
  await bring({ ...toMessage(event()), body });
  expect(await letters()).toMatchObject([
    { attempts: 1, body, error: expect.stringContaining('This is no counted.v1: ') },
  ]);
  expect(await database.db.select().from(tables.inbox)).toEqual([]);
});

test('the effect happens in the trace of the event', async () => {
  const sent = await inTrace(null, async () =>
    toMessage(event({ traceparent: traceparent() ?? '' })),
  );
  await bring(sent);
  const of = sent.headers.traceparent ?? '';
  expect(traceIdOf(of)).toMatch(/^[0-9a-f]{32}$/);
  expect(traces.map((each) => traceIdOf(each ?? ''))).toEqual([traceIdOf(of)]);
  expect(traces).not.toEqual([of]);
});
