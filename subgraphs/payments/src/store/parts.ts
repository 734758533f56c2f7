import type { Queries } from '@souk/platform/database';
import { desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Refund, StatusChange } from '../domain/payment.ts';
import { paymentHistory, payments, refunds } from './tables.ts';

/** No list inside a payment is longer than this. */
const CAP = 100;

/** What hangs on payments, for many payments in one statement. */
export function partQueries(db: Queries<Record<string, unknown>>) {
  const history = db
    .select({
      paymentId: paymentHistory.paymentId,
      currency: payments.currency,
      status: paymentHistory.status,
      at: paymentHistory.at,
      amount: paymentHistory.amount,
    })
    .from(paymentHistory)
    .innerJoin(payments, eq(payments.id, paymentHistory.paymentId))
    .where(
      sql`${paymentHistory.paymentId} = any(${sql.placeholder('ids')}) and ${paymentHistory.position} < ${CAP}`,
    )
    .orderBy(paymentHistory.paymentId, paymentHistory.position)
    .prepare('payments_history_of');

  const asked = db
    .select({
      ...getTableColumns(refunds),
      rank: sql<number>`row_number() over (partition by ${refunds.paymentId} order by ${refunds.createdAt} desc, ${refunds.id} desc)`.as(
        'rank',
      ),
    })
    .from(refunds)
    .where(sql`${refunds.paymentId} = any(${sql.placeholder('ids')})`)
    .as('asked');
  const refundsOf = db
    .select()
    .from(asked)
    .where(sql`${asked.rank} <= ${CAP}`)
    .orderBy(desc(asked.createdAt), desc(asked.id))
    .prepare('payments_refunds_of');

  const refundsById = db
    .select()
    .from(refunds)
    .where(sql`${refunds.id} = any(${sql.placeholder('ids')})`)
    .prepare('payments_refunds_by_ids');

  return {
    history: (ids: readonly string[]): Promise<StatusChange[]> => history.execute({ ids }),
    refundsOf: (ids: readonly string[]): Promise<Refund[]> => refundsOf.execute({ ids }),
    refundsById: (ids: readonly string[]): Promise<Refund[]> => refundsById.execute({ ids }),
  };
}
