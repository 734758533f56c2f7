import {
  ShortageReason,
  ReservationStatus as Status,
} from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import { newId } from '@souk/platform/ids';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { idOf } from './fixture.ts';
import { breaches, heldIn, type ShelfStage, shortIn, startShelf, variantOf } from './shelf.ts';

let shelf: ShelfStage;
beforeAll(async () => {
  shelf = await startShelf(1);
});
afterAll(() => shelf.close());
afterEach(async () => expect(await breaches(shelf)).toEqual({}));

const DRAFT = variantOf(11);
const lines = (...wanted: [variantId: string, quantity: number][]) =>
  wanted.map(([variantId, quantity]) => ({ variantId, quantity }));

test('all lines are held or none, and each that could not be says why', async () => {
  const [mug, knife, nowhere] = [variantOf(2), variantOf(4), newId()];
  await shelf.put(mug, 5);
  await shelf.put(knife, 1);
  const short = shortIn(await shelf.reserve(lines([mug, 5], [knife, 2], [DRAFT, 1], [nowhere, 1])));
  expect(
    short?.toSorted((a, b) => a.requested + a.available - b.requested - b.available),
  ).toMatchObject([
    { variantId: DRAFT, available: 0, reason: ShortageReason.NOT_FOR_SALE },
    { variantId: nowhere, available: 0, reason: ShortageReason.NOT_FOR_SALE },
    { variantId: knife, requested: 2, available: 1, reason: ShortageReason.INSUFFICIENT_STOCK },
  ]);
  expect(await shelf.left(mug)).toEqual({ stock: 5, reserved: 0 });
});

test('the same id and body have the same answer, whatever has changed since', async () => {
  const mug = variantOf(2);
  await shelf.put(mug, 3);
  const [id, order, other] = [newId(), newId(), newId()];
  const first = await shelf.reserve(lines([mug, 3]), id, order);
  expect(await shelf.reserve(lines([mug, 3]), id, order)).toEqual(first);
  const refused = await shelf.reserve(lines([mug, 1]), other, order);
  await shelf.client.releaseReservation({ reservationId: id, orderId: order });
  expect(await shelf.reserve(lines([mug, 1]), other, order)).toEqual(refused);
  expect(await shelf.left(mug)).toEqual({ stock: 3, reserved: 0 });
});

test.each([
  ['other units', { quantity: 2 }],
  ['another order', { orderId: newId() }],
  ['another time to live', { ttlSeconds: 5 }],
])(
  'the same id with %s is refused',
  async (_, {
    quantity = 1,
    orderId,
    ttlSeconds,
  }: { quantity?: number; orderId?: string; ttlSeconds?: number }) => {
    const mug = variantOf(2);
    await shelf.put(mug, 9);
    const [id, order] = [newId(), newId()];
    await shelf.reserve(lines([mug, 1]), id, order);
    await expect(
      shelf.reserve(lines([mug, quantity]), id, orderId ?? order, ttlSeconds),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { reservationId: id, status: 'HELD' },
    });
    await shelf.client.releaseReservation({ reservationId: id, orderId: order });
  },
);

test('committing takes units out of stock once, and says for which reservation', async () => {
  const mug = variantOf(5);
  await shelf.put(mug, 7);
  const [id, order] = [newId(), newId()];
  await shelf.reserve(lines([mug, 2]), id, order);
  for (let n = 0; n < 3; n++) {
    const { reservation } = await shelf.client.commitReservation({ reservationId: id });
    expect(reservation).toMatchObject({ status: Status.COMMITTED, lines: lines([mug, 2]) });
  }
  expect(await shelf.left(mug)).toEqual({ stock: 5, reserved: 0 });
  expect(heldIn(await shelf.reserve(lines([mug, 2]), id, order))?.status).toBe(Status.COMMITTED);
  const { data } = await shelf.query(
    `query ($id: ID!) { product(id: $id) { variants { stockMovements(first: 1) { nodes {
      delta quantityAfter reason reservationId movedBy { id } } } } } }`,
    { id: idOf(2, 5) },
    shelf.warehouse,
  );
  expect(data.product.variants[0].stockMovements.nodes).toEqual([
    { delta: -2, quantityAfter: 5, reason: 'SOLD', reservationId: id, movedBy: null },
  ]);
  const release = shelf.client.releaseReservation({ reservationId: id, orderId: order });
  await expect(release).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { status: 'COMMITTED' },
  });
});

test('releasing gives back once; what is released can neither be committed nor held again', async () => {
  const mug = variantOf(5);
  await shelf.put(mug, 7);
  const [id, order] = [newId(), newId()];
  await shelf.reserve(lines([mug, 2]), id, order);
  for (let n = 0; n < 3; n++) {
    const { reservation } = await shelf.client.releaseReservation({
      reservationId: id,
      orderId: order,
    });
    expect(reservation?.status).toBe(Status.RELEASED);
  }
  expect(await shelf.left(mug)).toEqual({ stock: 7, reserved: 0 });
  const commit = shelf.client.commitReservation({ reservationId: id });
  await expect(commit).rejects.toMatchObject({ code: 'CONFLICT' });
  const again = shelf.reserve(lines([mug, 2]), id, order);
  await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a reservation that arrives after its release holds nothing', async () => {
  const mug = variantOf(5);
  const [id, order] = [newId(), newId()];
  await shelf.client.releaseReservation({ reservationId: id, orderId: order });
  await expect(shelf.reserve(lines([mug, 1]), id, order)).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const { reservation } = await shelf.client.getReservation({ reservationId: id });
  expect(reservation).toMatchObject({ status: Status.RELEASED, orderId: order, lines: [] });
});

test('what was never reserved is not found', async () => {
  const reservationId = newId();
  await expect(shelf.client.getReservation({ reservationId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(shelf.client.commitReservation({ reservationId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test.each([
  ['an id that is none', () => shelf.reserve(lines([variantOf(2), 1]), 'x')],
  ['no lines', () => shelf.reserve([])],
  ['a variant twice', () => shelf.reserve(lines([variantOf(2), 1], [variantOf(2), 1]))],
  ['fewer than no units', () => shelf.reserve(lines([variantOf(2), -1]))],
  [
    'releasing an id that is none',
    () => shelf.client.releaseReservation({ reservationId: '', orderId: '' }),
  ],
])('%s is bad input', async (_, ask) => {
  await expect(ask()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('fifty lines cost as many statements as two', async () => {
  const many = Array.from({ length: 50 }, (_, n) =>
    variantOf(1 + (n % 10), Math.floor(n / 10) % 2),
  ).filter((id, n, all) => all.indexOf(id) === n && !id.startsWith(variantOf(7).slice(0, -2)));
  for (const id of many) await shelf.put(id, 100);
  const cost = async (ids: string[]) => {
    const [id, order] = [newId(), newId()];
    const before = await shelf.statements();
    expect(
      heldIn(
        await shelf.reserve(
          ids.map((each) => ({ variantId: each, quantity: 1 })),
          id,
          order,
        ),
      ),
    ).not.toBeNull();
    const reserved = await shelf.statements();
    await shelf.client.commitReservation({ reservationId: id });
    return [reserved - before, (await shelf.statements()) - reserved];
  };
  const few = await cost(many.slice(0, 2));
  expect(await cost(many)).toEqual(few);
  expect(few).toEqual([7, 7]);
});

test('a caller who has given up holds nothing', async () => {
  const mug = variantOf(6);
  await shelf.put(mug, 5);
  const [reservationId, orderId] = [newId(), newId()];
  await shelf.sql.begin(async (tx) => {
    await tx`select from products where id = ${idOf(2, 6)} for update`;
    const asked = { reservationId, orderId, lines: lines([mug, 1]), ttlSeconds: 60 };
    const late = shelf.client.reserveStock(asked, { timeoutMs: 200 });
    await expect(late).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });
  const found = shelf.client.releaseReservation({ reservationId, orderId });
  expect((await found).reservation).toMatchObject({ status: Status.RELEASED, lines: [] });
  expect(await shelf.left(mug)).toEqual({ stock: 5, reserved: 0 });
});

test('what the database refuses is not held, though the commit was sent right behind it', async () => {
  const mug = variantOf(6);
  await shelf.put(mug, 5);
  await shelf.sql`alter table reservation_lines add constraint unlucky check (quantity <> 4)`;
  const [id, order] = [newId(), newId()];
  const refused = shelf.reserve(lines([mug, 4]), id, order);
  await expect(refused).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  await shelf.sql`alter table reservation_lines drop constraint unlucky`;
  expect(await shelf.left(mug)).toEqual({ stock: 5, reserved: 0 });
  expect(heldIn(await shelf.reserve(lines([mug, 4]), id, order))?.status).toBe(Status.HELD);
});
