import { openDatabase } from '@souk/platform/database';
import { newId } from '@souk/platform/ids';
import { createLogger } from '@souk/platform/log';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_KEY, type PspProcess, startPsp } from '../../../stack/tests/psp-process.ts';
import { type FreshDatabase, freshDatabase } from '../../../tests/database.ts';
import type { InUnit } from '../src/app/payment-unit.ts';
import { performTask } from '../src/app/perform-task.ts';
import { requests } from '../src/app/requests.ts';
import { telling } from '../src/bus/out.ts';
import { openStripe, stripeProvider } from '../src/provider/stripe.ts';
import { inUnit, stateOf } from '../src/store/payment-unit.ts';
import * as tables from '../src/store/tables.ts';
import { taskQueue } from '../src/store/task-queue.ts';

const LEASE_MS = 60_000;
const log = createLogger({ name: 'test', level: 'silent' });
const asked = requests({ returnUrl: () => 'http://localhost/' });

let database: FreshDatabase;
let psp: PspProcess;
let background: ReturnType<typeof openDatabase<typeof tables>>;
beforeAll(async () => {
  [database, psp] = await Promise.all([
    freshDatabase(`${import.meta.dirname}/../migrations`),
    startPsp(),
  ]);
  const { url } = database;
  background = openDatabase({ url, schema: tables, name: 'test', maxConnections: 4 });
});
afterAll(async () => {
  await background?.close();
  await Promise.all([psp?.close(), database?.drop()]);
});

const stage = () => {
  const { db } = background;
  const units = inUnit(db, telling);
  const provider = stripeProvider(
    openStripe({ secretKey: API_KEY, url: new URL(psp.url), timeoutMs: 5_000 }),
  );
  const worker = (inUnitOf: InUnit = units) =>
    performTask({
      ...{ inUnit: inUnitOf, provider, log },
      stateOf: (paymentId) => stateOf(db, paymentId),
    });
  const request = async (orderId = newId()) => {
    const money = { amount: 500, currency: 'EUR', paymentMethod: 'pm_card_visa' } as const;
    const about = { cause: newId(), at: new Date().toISOString() };
    await units((unit) => asked.pay(unit, { orderId, customerId: newId(), ...money, ...about }));
    return orderId;
  };
  const take = async (orderId: string, leaseMs = LEASE_MS) => {
    const taken = await taskQueue(db).take(100, leaseMs);
    return taken.find((each) => each.orderId === orderId);
  };
  const expire = () =>
    database.sql`update provider_tasks set next_at = now() - interval '1 second'`;
  const told = async (orderId: string) => {
    const rows = await database.sql`
      select headers->>'type' as type from outbox where key = ${orderId} order by position`;
    return rows.map(({ type }) => type);
  };
  return { units, worker, request, take, expire, told, queue: taskQueue(db) };
};
const dies: InUnit = async () => {
  throw new Error('killed before the commit');
};
const AUTHORIZED = ['souk.payments.payment-authorized.v1'];
const holds = async () => (await psp.ledger()).totals.eur?.authorization ?? 0;

test('who dies between the provider’s answer and the commit leaves the task, and one hold', async () => {
  const { worker, request, take, expire, told } = stage();
  const before = await holds();
  const orderId = await request();
  const first = await take(orderId);
  if (first === undefined) throw new Error('no task');
  await expect(worker(dies)(first)).rejects.toThrow('killed');
  expect(await told(orderId)).toEqual([]);
  expect(await take(orderId)).toBeUndefined();
  await expire();
  const second = await take(orderId);
  if (second === undefined) throw new Error('no task');
  await worker()(second);
  expect(await told(orderId)).toEqual(AUTHORIZED);
  expect((await holds()) - before).toBe(500);
});

test('a worker that was stopped and wakes up after another has done its task records nothing', async () => {
  const { worker, request, take, expire, told } = stage();
  const orderId = await request();
  const stopped = await take(orderId);
  await expire();
  const other = await take(orderId);
  if (stopped === undefined || other === undefined) throw new Error('no task');
  await Promise.all([worker()(other), worker()(stopped)]);
  await worker()(stopped);
  expect(await told(orderId)).toEqual(AUTHORIZED);
  expect(await database.sql`select kind from provider_tasks`).toEqual([]);
});

test('a younger task of a payment waits for the older one, also while that is being done', async () => {
  const { units, request, take, expire, queue, worker } = stage();
  const orderId = await request();
  const at = new Date().toISOString();
  await units((unit) => asked.letGo(unit, { orderId, cause: newId(), at }));
  const older = await take(orderId);
  expect(older?.task.kind).toBe('AUTHORIZE');
  expect(await take(orderId)).toBeUndefined();
  await queue.putBack(older ?? { id: newId(), attempt: 0 }, 60_000, 'later');
  expect(await take(orderId)).toBeUndefined();
  await expire();
  const again = await take(orderId);
  if (again?.task.kind !== 'AUTHORIZE') throw new Error('the void overtook the hold');
  await worker()(again);
  expect((await take(orderId))?.task.kind).toBe('VOID');
});

test('two tasks of a payment that are written at the same time become visible in their sequence', async () => {
  const { units, request, take, worker } = stage();
  const orderId = await request();
  const authorize = await take(orderId);
  if (authorize === undefined) throw new Error('no task');
  await worker()(authorize);
  const { paymentId } = authorize;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const sync = { kind: 'SYNC', hint: null } as const;
  let scheduled = () => {};
  const written = new Promise<void>((resolve) => {
    scheduled = resolve;
  });
  const slow = units(async (unit) => {
    await unit.schedule({ paymentId, orderId }, { kind: 'VOID' }, 'slow');
    scheduled();
    await held;
  });
  await written;
  const fast = units((unit) => unit.schedule({ paymentId, orderId }, sync, 'fast'));
  expect(await take(orderId)).toBeUndefined();
  release();
  await Promise.all([slow, fast]);
  expect((await take(orderId))?.task.kind).toBe('VOID');
});
