import { ReservationStatus as Status } from '@souk/contracts/generated/souk/products/v1/reservations_pb';
import type { Message } from '@souk/platform/bus/interface';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { STOCK } from './merchandising.ts';
import { cancellation, comeback, confirmation, type Deal, deal } from './order-events.ts';
import { breaches, heldIn, type ShelfStage, startShelf, variantOf } from './shelf.ts';

/** Two instances, many connections each, and expiry by the clock on both. */
let shelf: ShelfStage;
beforeAll(async () => {
  shelf = await startShelf(2, { DATABASE_MAX_CONNECTIONS: '8', EXPIRY_INTERVAL_MS: '20' });
});
afterAll(() => shelf.close());
afterEach(async () => expect(await breaches(shelf)).toEqual({}));

const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

test('of fifty who want one of ten units, exactly ten get one, and search knows it is sold out', async () => {
  const scarce = variantOf(1);
  for (let v = 0; v < 6; v++) await shelf.put(variantOf(1, v), 0);
  await shelf.put(scarce, 10);
  const answers = await times(50, () => shelf.reserve([{ variantId: scarce, quantity: 1 }]));
  expect(answers.filter((answer) => heldIn(answer) !== null)).toHaveLength(10);
  expect(await shelf.left(scarce)).toEqual({ stock: 10, reserved: 10 });
});

test('asked many times at once, one reservation is held once', async () => {
  const mug = variantOf(2);
  await shelf.put(mug, 10);
  const [id, order] = [newId(), newId()];
  const answers = await times(20, () =>
    shelf.reserve([{ variantId: mug, quantity: 3 }], id, order),
  );
  expect(new Set(answers.map((each) => heldIn(each)?.status))).toEqual(new Set([Status.HELD]));
  expect(await shelf.left(mug)).toEqual({ stock: 10, reserved: 3 });
  await times(20, () => shelf.client.commitReservation({ reservationId: id }));
  expect(await shelf.left(mug)).toEqual({ stock: 7, reserved: 0 });
});

test('committed or released, never both', async () => {
  const mug = variantOf(2);
  await shelf.put(mug, 100);
  await times(12, async () => {
    const [reservationId, orderId] = [newId(), newId()];
    await shelf.reserve([{ variantId: mug, quantity: 1 }], reservationId, orderId);
    const both = await Promise.allSettled([
      shelf.client.commitReservation({ reservationId }),
      shelf.client.releaseReservation({ reservationId, orderId }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('what is not committed in time is given back, once, though two instances look for it', async () => {
  const mug = variantOf(3);
  await shelf.put(mug, 60);
  const held = await times(60, () => shelf.reserve([{ variantId: mug, quantity: 1 }]));
  expect(await shelf.left(mug)).toEqual({ stock: 60, reserved: 60 });
  const ids = held.map((each) => heldIn(each)?.reservationId ?? '');
  await shelf.sql`update reservations set expires_at = now() where id = any(${ids})`;
  await vi.waitFor(async () => expect(await shelf.left(mug)).toEqual({ stock: 60, reserved: 0 }), {
    timeout: 10_000,
  });
  const reservationId = ids[0] ?? '';
  await vi.waitFor(async () => {
    const { reservation } = await shelf.client.getReservation({ reservationId });
    expect(reservation?.status).toBe(Status.EXPIRED);
  });
  await expect(shelf.client.commitReservation({ reservationId })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { status: 'EXPIRED' },
  });
});

/** Numerical Recipes' generator: the same seed tells the same story. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/** Tells both instances at once, as a bus does that lost sight of who has a message. */
const tellBoth = (message: Message) =>
  Promise.all(shelf.instances.map(({ handle }) => handle(message)));

test.each([1, 2])(
  'stock is conserved under random storms with crossed lines, seed %i',
  async (seed) => {
    const random = seeded(seed);
    const shelves = [4, 5, 6, 8].flatMap((n) => [variantOf(n), variantOf(n, 1)]);
    for (const id of shelves) await shelf.put(id, 12);
    const pick = () => {
      const from = random(shelves.length);
      const count = 1 + random(4);
      const ids = Array.from(
        { length: count },
        (_, n) => shelves[(from + n * 3) % shelves.length] ?? '',
      );
      return [...new Set(ids)].map((variantId) => ({ variantId, quantity: 1 + random(3) }));
    };
    const open: Deal[] = [];
    const adjust = (delta: number) =>
      shelf.codes(STOCK, { id: shelves[random(shelves.length)], delta }, shelf.warehouse);
    const steps: ((one: Deal) => Promise<unknown>)[] = [
      ...Array(6).fill(() => {
        const fresh = deal();
        open.push(fresh);
        return shelf.reserve(pick(), fresh.reservationId, fresh.orderId);
      }),
      ({ reservationId }) => shelf.client.commitReservation({ reservationId }),
      (one) => shelf.client.releaseReservation(one),
      ({ reservationId }) => shelf.passTimeOf(reservationId),
      () => adjust(random(2) === 0 ? 2 : -1),
      (one) => tellBoth(confirmation(one)),
      (one) => tellBoth(confirmation(one)),
      (one) => tellBoth(cancellation(one)),
      ({ orderId }) =>
        tellBoth(
          comeback(
            orderId,
            pick().map((line, n) => ({ ...line, number: n + 1 })),
          ),
        ),
    ];
    const surprises: unknown[] = [];
    await times(12, async () => {
      for (let n = 0; n < 10; n++) {
        const one = open[random(open.length)] ?? deal();
        await steps[random(steps.length)]?.(one).catch((error: unknown) => {
          const expected =
            error instanceof AppError && ['CONFLICT', 'NOT_FOUND'].includes(error.code);
          if (!expected) surprises.push(error);
        });
      }
    });
    expect(surprises).toEqual([]);
    const [row] = await shelf.sql`select count(distinct status)::int as kinds from reservations`;
    expect(row?.kinds).toBe(5);
    expect(await breaches(shelf)).toEqual({});
    await Promise.all(open.map((one) => tellBoth(cancellation(one))));
    const left = await Promise.all(shelves.map((id) => shelf.left(id)));
    expect(left.filter((each) => each?.reserved !== 0)).toEqual([]);
  },
);
