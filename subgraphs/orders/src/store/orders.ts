import type { Queries } from '@souk/platform/database';
import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { OrderFilter, OrderPage } from '../app/orders.ts';
import { BOUGHT, type Order, type OrderLine, type StatusReached } from '../domain/order.ts';
import { orderHistory, orderLines, orders } from './order-tables.ts';

const NEWEST_FIRST = [desc(orders.placedAt), desc(orders.id)];

const beyond = (page: OrderPage): SQL | undefined =>
  page.before === null
    ? undefined
    : sql`(${orders.placedAt}, ${orders.id}) < (${page.before.placedAt}::timestamptz, ${page.before.id}::uuid)`;

/** Orders and what belongs to them, each read one statement however many are asked for. */
export function orderQueries(db: Queries<Record<string, unknown>>) {
  const ids = sql.placeholder('ids');
  const byIds = db
    .select()
    .from(orders)
    .where(sql`${orders.id} = any(${ids})`)
    .prepare('orders_by_ids');
  const byNumber = db
    .select()
    .from(orders)
    .where(eq(orders.number, sql.placeholder('number')))
    .prepare('orders_by_number');
  const linesOf = db
    .select()
    .from(orderLines)
    .where(sql`${orderLines.orderId} = any(${ids})`)
    .orderBy(asc(orderLines.orderId), asc(orderLines.number))
    .prepare('orders_lines_of_orders');
  const historyOf = db
    .select({ orderId: orderHistory.orderId, status: orderHistory.status, at: orderHistory.at })
    .from(orderHistory)
    .where(sql`${orderHistory.orderId} = any(${ids})`)
    .orderBy(asc(orderHistory.orderId), asc(orderHistory.position))
    .prepare('orders_history_of_orders');
  const ofCustomers = db
    .select()
    .from(orders)
    .where(
      sql`${orders.id} in (
        select page.id from unnest(${ids}::uuid[]) as customer(id)
        cross join lateral (
          select each.id from orders each
          where each.customer_id = customer.id
            and (${sql.placeholder('placedAt')}::timestamptz is null
              or (each.placed_at, each.id)
                < (${sql.placeholder('placedAt')}::timestamptz, ${sql.placeholder('id')}::uuid))
          order by each.placed_at desc, each.id desc
          limit ${sql.placeholder('limit')}
        ) page
      )`,
    )
    .orderBy(...NEWEST_FIRST)
    .prepare('orders_of_customers');
  const bought = db
    .selectDistinct({ productId: orderLines.productId })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        eq(orders.customerId, sql.placeholder('customerId')),
        sql`${orders.status} = any(${sql.placeholder('statuses')})`,
        sql`${orderLines.productId} = any(${ids})`,
      ),
    )
    .prepare('orders_products_bought');

  return {
    byIds: (orderIds: readonly string[]): Promise<Order[]> => byIds.execute({ ids: orderIds }),

    byNumber: async (number: string): Promise<Order | null> =>
      (await byNumber.execute({ number }))[0] ?? null,

    linesOf: (orderIds: readonly string[]): Promise<OrderLine[]> =>
      linesOf.execute({ ids: orderIds }),

    historyOf: (orderIds: readonly string[]): Promise<StatusReached[]> =>
      historyOf.execute({ ids: orderIds }),

    /** A page of each customer's orders, newest first, each with one more than `first`. */
    ofCustomers: (customerIds: readonly string[], page: OrderPage): Promise<Order[]> =>
      ofCustomers.execute({
        ids: customerIds,
        placedAt: page.before?.placedAt ?? null,
        id: page.before?.id ?? null,
        limit: page.first + 1,
      }),

    list: (filter: OrderFilter, page: OrderPage): Promise<Order[]> =>
      db
        .select()
        .from(orders)
        .where(
          and(
            filter.status === null
              ? undefined
              : sql`${orders.status} = any(${sql.param(filter.status)})`,
            filter.customerId === null ? undefined : eq(orders.customerId, filter.customerId),
            filter.from === null ? undefined : gte(orders.placedAt, filter.from),
            filter.to === null ? undefined : lt(orders.placedAt, filter.to),
            beyond(page),
          ),
        )
        .orderBy(...NEWEST_FIRST)
        .limit(page.first + 1)
        .prepare('orders_list')
        .execute(),

    /** Which of the products the customer has bought. */
    bought: async (customerId: string, productIds: readonly string[]): Promise<string[]> => {
      const rows = await bought.execute({ customerId, statuses: BOUGHT, ids: productIds });
      return rows.map((row) => row.productId);
    },
  };
}
