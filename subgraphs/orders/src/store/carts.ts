import type { Queries } from '@souk/platform/database';
import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CartStore } from '../app/cart-store.ts';
import { cartColumns } from './cart-columns.ts';
import { cartLines, carts } from './cart-tables.ts';
import { cartTransaction } from './cart-transaction.ts';

/** Carts and their lines, each read one prepared statement. */
export function cartStore(db: Queries<Record<string, unknown>>): CartStore {
  const ids = sql.placeholder('ids');
  const byTokenHash = db
    .select(cartColumns)
    .from(carts)
    .where(eq(carts.tokenHash, sql.placeholder('hash')))
    .prepare('orders_cart_by_token');
  const activeOf = db
    .select(cartColumns)
    .from(carts)
    .where(
      and(eq(carts.customerId, sql.placeholder('customerId')), sql`${carts.status} = 'ACTIVE'`),
    )
    .prepare('orders_active_cart');
  const byIds = db
    .select(cartColumns)
    .from(carts)
    .where(sql`${carts.id} = any(${ids})`)
    .prepare('orders_carts_by_ids');
  const linesOf = db
    .select()
    .from(cartLines)
    .where(sql`${cartLines.cartId} = any(${ids})`)
    .orderBy(asc(cartLines.addedAt), asc(cartLines.id))
    .prepare('orders_lines_of_carts');
  const linesByIds = db
    .select({
      line: getTableColumns(cartLines),
      customerId: carts.customerId,
      currency: carts.currency,
    })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .where(sql`${cartLines.id} = any(${ids})`)
    .prepare('orders_cart_lines_by_ids');

  return {
    byTokenHash: async (hash) => (await byTokenHash.execute({ hash }))[0] ?? null,
    activeOf: async (customerId) => (await activeOf.execute({ customerId }))[0] ?? null,
    byIds: (cartIds) => byIds.execute({ ids: cartIds }),
    linesOf: (cartIds) => linesOf.execute({ ids: cartIds }),
    linesByIds: (lineIds) => linesByIds.execute({ ids: lineIds }),
    transaction: (work) => db.transaction((tx) => work(cartTransaction(tx))),
  };
}
