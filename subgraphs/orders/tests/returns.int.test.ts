import { newId } from '@souk/platform/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BackOffice, openBackOffice, viewerWith } from './back-office.ts';
import { orderRecord } from './records.ts';

const mina = viewerWith(newId());
const support = viewerWith(newId(), 'orders:write');
const warehouse = viewerWith(newId(), 'stock:write');

let office: BackOffice;
beforeAll(async () => {
  office = await openBackOffice([]);
});
afterAll(() => office?.close());

async function delivered() {
  const order = orderRecord(mina.id);
  await office.load([order]);
  return order;
}

const wish = (orderId: string, quantity = 1, over: object = {}) => ({
  ...{ orderId, items: [{ lineNumber: 1, quantity }], reason: 'Too small.' },
  ...{ idempotencyKey: newId(), ...over },
});
const step = (returnId: string, over: object = {}) => ({
  ...{ returnId, idempotencyKey: newId(), ...over },
});

async function requested(quantity = 1) {
  const order = await delivered();
  const outcome = await office.returns.requestReturn(mina, wish(order.id, quantity));
  if (outcome.kind !== 'RETURN') throw new Error(outcome.code);
  return { order, returnId: outcome.returnId };
}

test('goods that come back are paid back and put on the shelf', async () => {
  const { order, returnId } = await requested(2);
  await office.returns.approveReturn(support, step(returnId));
  await office.returns.markReturnSent(mina, step(returnId));
  await office.returns.receiveReturn(warehouse, step(returnId, { resellable: [1] }));
  expect(await office.refunded(returnId)).toBe(true);

  // Of a discount of 1,000 on 44,000 the line of 22,000 bears half.
  const [row] =
    await office.sql`select status, refund::int, version from returns where id = ${returnId}`;
  expect(row).toEqual({ status: 'REFUNDED', refund: 21_500, version: 5 });
  const history = await office.sql`
    select status from return_history where return_id = ${returnId} order by position`;
  expect(history.map(({ status }) => status)).toEqual([
    ...['REQUESTED', 'APPROVED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED'],
  ]);
  const told = (await office.told()).filter(({ key }) => key === order.id);
  expect(told).toMatchObject([
    {
      type: 'souk.orders.refund-requested.v1',
      correlationid: order.id,
      data: { orderId: order.id, refundId: returnId, amount: 21_500, currency: 'KRW' },
    },
    {
      type: 'souk.orders.stock-returned.v1',
      data: { returnId, lines: [{ number: 1, variantId: order.lines[0]?.variantId, quantity: 2 }] },
    },
  ]);
});

test('returns that are requested at the same time never claim more than arrived', async () => {
  const { id } = await delivered();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => office.returns.requestReturn(mina, wish(id))),
  );
  expect(outcomes.filter(({ kind }) => kind === 'RETURN')).toHaveLength(2);
  expect(
    outcomes.filter((each) => each.kind === 'REFUSED' && each.code === 'MORE_THAN_SHIPPED'),
  ).toHaveLength(6);
});

test('a return that was rejected claims nothing any more', async () => {
  const { order, returnId } = await requested(2);
  expect(await office.returns.requestReturn(mina, wish(order.id))).toEqual({
    ...{ kind: 'REFUSED', code: 'MORE_THAN_SHIPPED' },
  });
  await office.returns.rejectReturn(support, step(returnId, { reason: 'Worn.' }));
  expect(await office.returns.requestReturn(mina, wish(order.id, 2))).toMatchObject({
    kind: 'RETURN',
  });
});

test('the same request again is the same return, and told once', async () => {
  const { order, returnId } = await requested();
  const again = wish(order.id);
  const first = await office.returns.requestReturn(mina, again);
  expect(await office.returns.requestReturn(mina, again)).toEqual(first);
  await office.returns.approveReturn(support, step(returnId));
  const receipt = step(returnId, { resellable: [1] });
  await Promise.all(
    Array.from({ length: 4 }, () => office.returns.receiveReturn(warehouse, receipt)),
  );
  await office.returns.receiveReturn(warehouse, step(returnId, { resellable: [] }));
  const told = (await office.told()).filter(({ key }) => key === order.id);
  expect(told.map(({ type }) => type)).toEqual([
    'souk.orders.refund-requested.v1',
    'souk.orders.stock-returned.v1',
  ]);
});

test('what was refused leaves its key unused', async () => {
  const { id } = await delivered();
  const input = wish(id, 3);
  expect(await office.returns.requestReturn(mina, input)).toMatchObject({ kind: 'REFUSED' });
  const smaller = { ...input, items: [{ lineNumber: 1, quantity: 1 }] };
  expect(await office.returns.requestReturn(mina, smaller)).toMatchObject({ kind: 'RETURN' });
  await expect(office.returns.requestReturn(mina, input)).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test.each([
  ['is still on its way', 'SHIPPED'],
  ['was cancelled', 'CANCELLED'],
])('nothing comes back of an order that %s', async (_, status) => {
  const order = orderRecord(mina.id, { status });
  await office.load([order]);
  expect(await office.returns.requestReturn(mina, wish(order.id))).toEqual({
    ...{ kind: 'REFUSED', code: 'NOT_RETURNABLE' },
  });
});

test('to strangers neither the order nor the return exists', async () => {
  const { order, returnId } = await requested();
  const jun = viewerWith(newId());
  const attempts = [
    () => office.returns.requestReturn(jun, wish(order.id)),
    () => office.returns.markReturnSent(jun, step(returnId)),
    () => office.returns.requestReturn(mina, wish(returnId)),
    () => office.returns.approveReturn(support, step(order.id)),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test.each([
  ['approveReturn', 'orders:write'],
  ['rejectReturn', 'orders:write'],
  ['receiveReturn', 'stock:write'],
] as const)('%s needs %s, and somebody who is signed in', async (verb, scope) => {
  await expect(office.returns[verb](mina, {})).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', details: { scope } },
  });
  await expect(office.returns[verb](null, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a refund of something else is of no return', async () => {
  expect(await office.refunded(newId())).toBe(false);
});
