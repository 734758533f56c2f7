import type { Queries } from '@souk/platform/database';
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PaymentSearch, PaymentStore, Place } from '../app/payments.ts';
import type { Payment } from '../domain/payment.ts';
import { paymentColumns, toPayment } from './rows.ts';
import { ledgerEntries, payments } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const anyOf = (column: PgColumn) => sql`${column} = any(${sql.placeholder('ids')})`;
const before = (place: Place | null): SQL | undefined =>
  place === null
    ? undefined
    : sql`(${payments.createdAt}, ${payments.id}) < (${place.createdAt}::timestamptz, ${place.id}::uuid)`;

export function paymentQueries(db: Db) {
  const byIds = db.select().from(payments).where(anyOf(payments.id)).prepare('payments_by_ids');
  const byOrders = db
    .select()
    .from(payments)
    .where(anyOf(payments.orderId))
    .prepare('payments_by_orders');

  return {
    byIds: async (ids: readonly string[]): Promise<Payment[]> =>
      (await byIds.execute({ ids })).map(toPayment),

    byOrders: async (ids: readonly string[]): Promise<Payment[]> =>
      (await byOrders.execute({ ids })).map(toPayment),

    /** A page for each of several customers in one statement, newest first. */
    ofCustomers: async (
      customerIds: readonly string[],
      place: Place | null,
      limit: number,
    ): Promise<Payment[]> => {
      const page = db
        .select(paymentColumns)
        .from(payments)
        .where(and(sql`${payments.customerId} = asked.id`, before(place)))
        .orderBy(desc(payments.createdAt), desc(payments.id))
        .limit(limit)
        .as('page');
      const rows = await db
        .select(page._.selectedFields)
        .from(sql`unnest(${sql.param([...customerIds])}::uuid[]) as asked(id)`)
        .crossJoinLateral(page)
        .orderBy(desc(page.createdAt), desc(page.id))
        .prepare('payments_of_customers')
        .execute();
      return rows.map(toPayment);
    },

    search: async (
      wanted: PaymentSearch,
      place: Place | null,
      limit: number,
    ): Promise<Payment[]> => {
      const { statuses, orderId, from, to } = wanted;
      const rows = await db
        .select()
        .from(payments)
        .where(
          and(
            statuses === null
              ? undefined
              : sql`${payments.status} = any(${sql.param([...statuses])}::text[])`,
            orderId === null ? undefined : eq(payments.orderId, orderId),
            from === null ? undefined : gte(payments.createdAt, from),
            to === null ? undefined : lt(payments.createdAt, to),
            before(place),
          ),
        )
        .orderBy(desc(payments.createdAt), desc(payments.id))
        .limit(limit)
        .prepare('payments_search')
        .execute();
      return rows.map(toPayment);
    },

    ledgerBalances: () =>
      db
        .select({
          account: ledgerEntries.account,
          currency: ledgerEntries.currency,
          amount: sql<string>`sum(${ledgerEntries.amount})::text`,
        })
        .from(ledgerEntries)
        .groupBy(ledgerEntries.account, ledgerEntries.currency)
        .orderBy(ledgerEntries.currency, ledgerEntries.account)
        .prepare('payments_ledger_balances')
        .execute(),
  } satisfies PaymentStore & Record<string, unknown>;
}
