import type { Queries } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { idFrom } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { type NewStream, startStreams } from '@souk/platform/start-streams';
import { or, sql } from 'drizzle-orm';
import { noOrder } from '../domain/order-state.ts';
import { cartLines, carts } from './cart-tables.ts';
import { couponRow } from './coupon-row.ts';
import { coupons } from './coupon-tables.ts';
import { insertOrders, orderRows } from './order-projection.ts';
import { orders } from './order-tables.ts';
import { seededEvents } from './seed-order.ts';
import { type CartSeed, type CouponSeed, type OrderSeed, SeedRecord } from './seed-records.ts';

type Db = Queries<Record<string, unknown>>;

/** Orders that go into the database at once. */
const BATCH = 500;

/** Loads seed records in one transaction; those that are there already are left as they are. */
export const orderSeed = (db: Db) => ({
  isEmpty: async (): Promise<boolean> => {
    const [found] = await db.execute<{ any: boolean }>(
      sql`/* orders.isEmpty */ select exists (select from orders) or exists (select from carts) as any`,
    );
    return found?.any !== true;
  },
  /** Throws BAD_USER_INPUT for a record it does not know, whose sums are wrong, or that cannot have happened. */
  load: (records: AsyncIterable<unknown>): Promise<void> =>
    db.transaction(async (tx) => {
      let waiting: OrderSeed[] = [];
      for await (const record of records) {
        const parsed = parseInput(SeedRecord, record);
        if (parsed.kind === 'order') waiting.push(parsed);
        else if (parsed.kind === 'cart') await insertCart(tx, parsed);
        else await insertCoupon(tx, parsed);
        if (waiting.length === BATCH) {
          await insertAll(tx, waiting);
          waiting = [];
        }
      }
      await insertAll(tx, waiting);
    }),
});

/** Orders begin as their events; the rows follow from those, as everybody's do. */
async function insertAll(tx: Db, records: readonly OrderSeed[]): Promise<void> {
  const fresh = await unknown(tx, records);
  if (fresh.length === 0) return;
  const histories = fresh.map((record) => ({ record, events: eventsOf(record) }));
  await startStreams(tx, histories.map(streamOf));
  await insertOrders(
    tx,
    histories.map(({ events }) => orderRows(noOrder, events)),
  );
}

async function unknown(tx: Db, records: readonly OrderSeed[]): Promise<OrderSeed[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ id }) => id);
  const numbers = records.map(({ number }) => number);
  const known = await tx
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(
      or(
        sql`${orders.id} = any(${sql.param(ids)})`,
        sql`${orders.number} = any(${sql.param(numbers)})`,
      ),
    );
  const taken = new Set(known.flatMap(({ id, number }) => [id, number]));
  return records.filter(({ id, number }) => {
    if (taken.has(id) || taken.has(number)) return false;
    taken.add(id).add(number);
    return true;
  });
}

function eventsOf(record: OrderSeed) {
  const events = seededEvents(record);
  if (events !== null) return events;
  throw new AppError('BAD_USER_INPUT', `history: no order can come this way (${record.number})`);
}

const streamOf = ({
  record: { id },
  events,
}: {
  record: OrderSeed;
  events: ReturnType<typeof eventsOf>;
}): NewStream => ({
  id,
  events: events.map(({ type, data }, index) => {
    const at = new Date(data.at);
    const name = `event ${index + 1} of ${id}`;
    return { id: idFrom(name, at), type, data, at, correlationId: id, causationId: id };
  }),
});

async function insertCart(tx: Db, { kind: _, lines, ...cart }: CartSeed): Promise<void> {
  const inserted = await tx
    .insert(carts)
    .values({ ...cart, updatedAt: cart.createdAt })
    .onConflictDoNothing()
    .returning({ id: carts.id });
  if (inserted.length === 0 || lines.length === 0) return;
  await tx.insert(cartLines).values(lines.map((line) => ({ ...line, cartId: cart.id })));
}

async function insertCoupon(
  tx: Db,
  { kind: _, percent, amount, ...coupon }: CouponSeed,
): Promise<void> {
  const discount =
    amount === null
      ? ({ kind: 'PERCENT', percent: percent ?? 0 } as const)
      : ({ kind: 'AMOUNT', amount } as const);
  await tx
    .insert(coupons)
    .values(couponRow({ ...coupon, discount }, coupon.startsAt))
    .onConflictDoNothing();
}
