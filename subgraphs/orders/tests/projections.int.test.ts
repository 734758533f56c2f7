import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { newId } from '@souk/platform/ids';
import { runProcess } from '@souk/platform/process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelOrder } from '../src/app/cancel-order.ts';
import { outgoingMessages } from '../src/bus/out.ts';
import { compose } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { checkoutStore } from '../src/store/checkouts.ts';
import { type BackOffice, openBackOffice, viewerWith } from './back-office.ts';
import { orderRecord } from './records.ts';

const mina = viewerWith(newId());
const staff = viewerWith(newId(), 'orders:write', 'stock:write');
const STATUSES = ['CONFIRMED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'REJECTED', 'EXPIRED'];

let office: BackOffice;
let delivered: string;
let returned: string;
beforeAll(async () => {
  const records = STATUSES.map((status) => orderRecord(mina.id, { status }));
  office = await openBackOffice(records);
  delivered = records[2]?.id ?? '';
  returned = await sentBack(delivered);
});
afterAll(() => office?.close());

/** A return of one unit, all the way to its receipt. */
async function sentBack(orderId: string): Promise<string> {
  const step = () => ({ idempotencyKey: newId() });
  const asked = await office.returns.requestReturn(mina, {
    ...{ orderId, items: [{ lineNumber: 1, quantity: 1 }], reason: 'Too small.', ...step() },
  });
  if (asked.kind !== 'RETURN') throw new Error(asked.code);
  const { returnId } = asked;
  await office.returns.approveReturn(staff, { returnId, ...step() });
  await office.returns.receiveReturn(staff, { returnId, resellable: [1], ...step() });
  return returnId;
}

const TABLES = [
  'orders',
  'order_lines',
  'order_history',
  'returns',
  'return_items',
  'return_history',
];
/** Every projected row. */
const rows = () =>
  Promise.all(
    TABLES.map((table) =>
      office.sql.unsafe(`select to_jsonb(t) as row from ${table} t order by t::text`),
    ),
  );
const silent = () => {};

beforeEach(async () => {
  expect((await office.projections.check(silent)).changed).toEqual([]);
});

test.each([
  ['a wrong status', () => `update orders set status = 'SHIPPED' where id = '${delivered}'`],
  [
    'a wrong total',
    () => `update orders set total = total + 1, subtotal = subtotal + 1 where id = '${delivered}'`,
  ],
  [
    'a line that is missing',
    () => `delete from order_lines where order_id = '${delivered}' and number = 2`,
  ],
  [
    'an instant that is off',
    () =>
      `update order_history set at = at + interval '1 ms' where order_id = '${delivered}' and position = 1`,
  ],
  ['an order that is missing', () => `delete from orders where id = '${delivered}'`],
])('%s is found by a check, and repaired by a rebuild', async (_, damage) => {
  const before = await rows();
  await office.sql.unsafe(damage());
  const damaged = await rows();
  expect((await office.projections.check(silent)).changed).toEqual([delivered]);
  expect(await rows()).toEqual(damaged);
  expect((await office.projections.rebuild(silent)).changed).toEqual([delivered]);
  expect(await rows()).toEqual(before);
});

test.each([
  [
    'a wrong refund',
    () => `update return_items set refund = refund + 1 where return_id = '${returned}'`,
  ],
  ['a return that is missing', () => `delete from returns where id = '${returned}'`],
  [
    'an entry too many',
    () => `insert into return_history values ('${returned}', 9, 'REFUNDED', now())`,
  ],
])('%s is found and repaired too', async (_, damage) => {
  const before = await rows();
  await office.sql.unsafe(damage());
  expect((await office.projections.check(silent)).changed).toEqual([returned]);
  await office.projections.rebuild(silent);
  expect(await rows()).toEqual(before);
});

test('rows of an order without events are found, and kept: nothing could bring them back', async () => {
  const before = await rows();
  const stray = newId();
  await office.sql.unsafe(`
    insert into orders select (jsonb_populate_record(o, '{"id": "${stray}", "number": "SK-1999-000001"}')).*
    from orders o where id = '${delivered}'`);
  const damaged = await rows();
  expect(await office.projections.check(silent)).toMatchObject({ changed: [], strays: [stray] });
  expect(await office.projections.rebuild(silent)).toMatchObject({ changed: [], strays: [stray] });
  expect(await rows()).toEqual(damaged);
  await office.sql`delete from orders where id = ${stray}`;
  expect(await rows()).toEqual(before);
});

test('it tells how far it is, and ends at the last stream', async () => {
  const seen: { done: number; of: number }[] = [];
  const { streams } = await office.projections.check((progress) => seen.push(progress));
  expect(streams).toBe(STATUSES.length + 1);
  expect(seen.at(-1)).toEqual({ done: streams, of: streams });
});

test('a rebuild waits for a command under way, and keeps what it wrote', async () => {
  await office.sql`update returns set refund = refund + 1 where id = ${returned}`;
  const at = new Date();
  const commit = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const underWay = office.transaction(async (tx) => {
    const before = await tx.lock(returned);
    const refunded = { type: 'ReturnRefunded', data: { at: at.toISOString() } } as const;
    await tx.save(returned, before, [refunded], { id: newId(), at });
    written.resolve();
    await commit.promise;
  });
  await written.promise;
  const rebuilding = office.projections.rebuild(silent);
  const first = await Promise.race([rebuilding.then(() => 'rebuilt'), setTimeout(300, 'waiting')]);
  commit.resolve();
  await Promise.all([underWay, rebuilding]);
  expect(first).toBe('waiting');
  const [row] = await office.sql`select status from returns where id = ${returned}`;
  expect(row).toEqual({ status: 'REFUNDED' });
  expect((await office.projections.check(silent)).changed).toEqual([]);
});

test('commands that are carried out meanwhile are neither lost nor refused', async () => {
  const bought = Array.from({ length: 12 }, () => orderRecord(mina.id, { status: 'CONFIRMED' }));
  const arrived = Array.from({ length: 12 }, () => orderRecord(mina.id));
  await office.load([...bought, ...arrived]);
  const checkouts = checkoutStore(office.db, ({ tells, ...about }) =>
    outgoingMessages(tells, about),
  );
  const cancel = cancelOrder(checkouts, { pace: 1, askLeaseMs: 1_000 } as never);
  let busy = true;
  const rebuilding = (async () => {
    while (busy) expect((await office.projections.rebuild(silent)).changed).toEqual([]);
  })();
  const cancelled = await Promise.all(
    bought.map(({ id: orderId }) =>
      cancel(mina, { orderId, reason: 'Changed my mind.', idempotencyKey: newId() }),
    ),
  );
  await Promise.all(arrived.map(({ id }) => sentBack(id)));
  busy = false;
  await rebuilding;
  expect(cancelled.map(({ kind }) => kind)).toEqual(Array(12).fill('ORDER'));
  const [counted] = await office.sql`
    select count(*) filter (where status = 'CANCELLING')::int as cancelling,
      (select count(*)::int from returns where status in ('RECEIVED', 'REFUNDED')) as received from orders`;
  expect(counted).toEqual({ cancelling: 12, received: 13 });
});

/** The service's own command line, in this process. */
async function run(verb: string) {
  const written = { out: '', err: '' };
  const proc = {
    argv: ['node', 'main.ts', 'projections', verb],
    env: {
      ...{ DATABASE_URL: office.url, BUS_URL: office.url, PORT: '0', LOG_LEVEL: 'silent' },
      ...{ JWKS_URL: 'http://127.0.0.1:1/jwks' },
      DISCOVERY_FILE: path.join(tmpdir(), 'no-discovery.json'),
    },
    stdout: { write: (text: string) => (written.out += text) },
    stderr: { write: (text: string) => (written.err += text) },
    exitCode: 0,
    exit: (code: number) => (proc.exitCode = code),
  };
  await runProcess(proc as never, { name: 'orders', parseConfig, compose });
  return { ...written, exitCode: proc.exitCode };
}

test('the command line ends with 1 where rows differ, and names the stream', async () => {
  await office.sql`update orders set version = 99 where id = ${delivered}`;
  expect(await run('check')).toMatchObject({
    ...{ exitCode: 1, out: expect.stringContaining(`differs ${delivered}`) },
    err: expect.stringMatching(/^[0-9]+ of [0-9]+ streams$/m),
  });
  expect(await run('rebuild')).toMatchObject({
    ...{ exitCode: 0, out: expect.stringContaining(`repaired ${delivered}`) },
  });
  expect(await run('check')).toMatchObject({ exitCode: 0 });
  expect(await run('improve')).toMatchObject({ exitCode: 2 });
});
