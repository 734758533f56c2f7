import type { Queries } from '@souk/platform/database';
import type { RecordedEvent } from '@souk/platform/event-store';
import type { Projection } from '@souk/platform/projections';
import { eq, sql } from 'drizzle-orm';
import type { PaymentEvent } from '../domain/payment-events.ts';
import { noPayment } from '../domain/payment-state.ts';
import { type ProjectedRows, projected } from './projected-rows.ts';
import { ledgerEntries, paymentHistory, payments, refunds } from './tables.ts';

type Session = Queries<Record<string, unknown>>;

export const eventOf = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): PaymentEvent =>
  ({ type, data }) as PaymentEvent;

/** Brings the tables that people read to where the events are. */
export async function writeRows(tx: Session, rows: ProjectedRows): Promise<void> {
  const { id: _, orderId: __, ...change } = rows.payment;
  await tx
    .insert(payments)
    .values(rows.payment)
    .onConflictDoUpdate({ target: payments.id, set: change })
    .prepare('payments_write_payment')
    .execute();
  if (rows.history.length > 0) {
    const { history } = rows;
    await tx.insert(paymentHistory).values(history).prepare('payments_add_history').execute();
  }
  for (const refund of rows.refunds) {
    await tx
      .insert(refunds)
      .values(refund)
      .onConflictDoUpdate({ target: refunds.id, set: { status: refund.status } });
  }
  if (rows.entries.length > 0) {
    const { entries } = rows;
    await tx.insert(ledgerEntries).values(entries).prepare('payments_add_entries').execute();
  }
}

/** The rows of payments, their histories, refunds and entries in the ledger. */
export const paymentProjection: Projection = {
  rows: async (tx, streamId) => {
    const [row] = await tx.execute<{ text: string }>(sql`/* payments.projectedRows */
      select jsonb_build_array(
        (select to_jsonb(p) from payments p where id = ${streamId}::uuid),
        (select jsonb_agg(h order by position) from payment_history h
          where payment_id = ${streamId}::uuid),
        (select jsonb_agg(r order by id) from refunds r where payment_id = ${streamId}::uuid),
        (select jsonb_agg(e order by movement_id, account) from ledger_entries e
          where payment_id = ${streamId}::uuid))::text as text`);
    return row?.text ?? '';
  },
  replay: async (tx, streamId, events) => {
    await tx.execute(sql`/* payments.replaying */ select set_config('souk.replaying', 'on', true)`);
    await tx.delete(ledgerEntries).where(eq(ledgerEntries.paymentId, streamId));
    await tx.execute(sql`/* payments.replayed */ select set_config('souk.replaying', 'off', true)`);
    await tx.delete(refunds).where(eq(refunds.paymentId, streamId));
    await tx.delete(paymentHistory).where(eq(paymentHistory.paymentId, streamId));
    await tx.delete(payments).where(eq(payments.id, streamId));
    if (events.length === 0) return;
    const dated = events.map((event) => ({ id: event.id, event: eventOf(event) }));
    await writeRows(tx, projected(streamId, noPayment, dated));
  },
  strays: async (db) => {
    const rows = await db.execute<{ id: string }>(sql`/* payments.strays */
      select id::text as id from payments p
      where not exists (select 1 from event_streams s where s.id = p.id::text) order by id`);
    return rows.map(({ id }) => id);
  },
};
