import type { Queries } from '@souk/platform/database';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import { cartLines, carts } from './cart-tables.ts';
import { orderHistory, orderLines, orders } from './order-tables.ts';
import { SeedRecord } from './seed-records.ts';

type Db = Queries<Record<string, unknown>>;

/** Loads seed records in one transaction; those that are there already are left as they are. */
export const orderSeed = (db: Db) => ({
  isEmpty: async (): Promise<boolean> => {
    const [found] = await db.execute<{ any: boolean }>(
      sql`/* orders.isEmpty */ select exists (select from orders) or exists (select from carts) as any`,
    );
    return found?.any !== true;
  },
  /** Throws BAD_USER_INPUT for a record it does not know or whose sums are wrong. */
  load: (records: AsyncIterable<unknown>): Promise<void> =>
    db.transaction(async (tx) => {
      for await (const record of records) {
        const parsed = parseInput(SeedRecord, record);
        if (parsed.kind === 'order') await insertOrder(tx, parsed);
        else await insertCart(tx, parsed);
      }
    }),
});

async function insertOrder(tx: Db, record: Extract<SeedRecord, { kind: 'order' }>): Promise<void> {
  const { kind: _, lines, history, ...order } = record;
  const inserted = await tx
    .insert(orders)
    .values({ ...order, version: history.length })
    .onConflictDoNothing()
    .returning({ id: orders.id });
  if (inserted.length === 0) return;
  const orderId = order.id;
  await tx.insert(orderLines).values(lines.map((line) => ({ ...line, orderId })));
  await tx
    .insert(orderHistory)
    .values(history.map((entry, index) => ({ ...entry, orderId, position: index + 1 })));
}

async function insertCart(tx: Db, record: Extract<SeedRecord, { kind: 'cart' }>): Promise<void> {
  const { kind: _, lines, ...cart } = record;
  const inserted = await tx
    .insert(carts)
    .values({ ...cart, updatedAt: cart.createdAt })
    .onConflictDoNothing()
    .returning({ id: carts.id });
  if (inserted.length === 0 || lines.length === 0) return;
  await tx.insert(cartLines).values(lines.map((line) => ({ ...line, cartId: cart.id })));
}
