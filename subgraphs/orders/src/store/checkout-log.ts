import type { Queries } from '@souk/platform/database';
import { asc, sql } from 'drizzle-orm';
import type { CheckoutLogEntry } from '../app/checkout-store.ts';
import { checkoutLog } from './checkout-tables.ts';

/** What the checkouts of these orders did, each by its sequence; one statement however many. */
export function checkoutSteps(db: Queries<Record<string, unknown>>) {
  const ofOrders = db
    .select()
    .from(checkoutLog)
    .where(sql`${checkoutLog.orderId} = any(${sql.placeholder('ids')})`)
    .orderBy(asc(checkoutLog.orderId), asc(checkoutLog.position))
    .prepare('orders_steps_of_orders');
  return (orderIds: readonly string[]): Promise<CheckoutLogEntry[]> =>
    ofOrders.execute({ ids: orderIds });
}
