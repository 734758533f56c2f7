import type { Queries } from '@souk/platform/database';
import { asc, sql } from 'drizzle-orm';
import { returnHistory, returnItems, returns } from './return-tables.ts';

/** Returns and what belongs to them, each read one statement however many are asked for. */
export function returnQueries(db: Queries<Record<string, unknown>>) {
  const ids = sql.placeholder('ids');
  const byIds = db
    .select()
    .from(returns)
    .where(sql`${returns.id} = any(${ids})`)
    .prepare('orders_returns_by_ids');
  const ofOrders = db
    .select()
    .from(returns)
    .where(sql`${returns.orderId} = any(${ids})`)
    .orderBy(asc(returns.orderId), asc(returns.requestedAt), asc(returns.id))
    .prepare('orders_returns_of_orders');
  const itemsOf = db
    .select()
    .from(returnItems)
    .where(sql`${returnItems.returnId} = any(${ids})`)
    .orderBy(asc(returnItems.returnId), asc(returnItems.number))
    .prepare('orders_items_of_returns');
  const historyOf = db
    .select({
      returnId: returnHistory.returnId,
      status: returnHistory.status,
      at: returnHistory.at,
    })
    .from(returnHistory)
    .where(sql`${returnHistory.returnId} = any(${ids})`)
    .orderBy(asc(returnHistory.returnId), asc(returnHistory.position))
    .prepare('orders_history_of_returns');

  return {
    byIds: (returnIds: readonly string[]) => byIds.execute({ ids: returnIds }),
    /** Oldest first. */
    ofOrders: (orderIds: readonly string[]) => ofOrders.execute({ ids: orderIds }),
    itemsOf: (returnIds: readonly string[]) => itemsOf.execute({ ids: returnIds }),
    historyOf: (returnIds: readonly string[]) => historyOf.execute({ ids: returnIds }),
  };
}
