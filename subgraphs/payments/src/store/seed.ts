import { createHash } from 'node:crypto';
import { type Queries, violatedConstraint } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import { noPayment } from '../domain/payment-state.ts';
import { projected } from './projected-rows.ts';
import { PaymentRecord } from './seed-records.ts';
import { ledgerEntries, paymentHistory, payments, refunds } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const BATCH = 500;
const CAUSE = 'seed';

/** A UUIDv7 that is the same in every load. */
function eventId(paymentId: string, version: number, at: string): string {
  const digest = createHash('sha256').update(`${paymentId} ${version}`).digest('hex');
  const time = Date.parse(at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
}

/** The streams of many payments in two statements, each new. */
async function appendStreams(tx: Db, rows: readonly object[], streams: readonly object[]) {
  await tx.execute(sql`/* payments.seedStreams */
    insert into event_streams (id, version, transaction)
    select id, version, pg_current_xact_id()::text::bigint
    from jsonb_to_recordset(${JSON.stringify(streams)}::jsonb) as fresh (id text, version int)`);
  await tx.execute(sql`/* payments.seedEvents */
    insert into events (transaction, stream_id, version, id, type, data, at, correlation_id, causation_id)
    select pg_current_xact_id()::text::bigint, stream_id, version, id, type, data,
      (data->>'at')::timestamptz, correlation_id, ${CAUSE}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh
      (stream_id text, version int, id uuid, type text, data jsonb, correlation_id text)`);
}

async function insert(tx: Db, records: readonly PaymentRecord[]): Promise<void> {
  const told = records.map(({ id, orderId, events }) => ({
    id,
    orderId,
    events: events.map((event, index) => ({
      id: eventId(id, index + 1, event.data.at),
      event,
    })),
  }));
  await appendStreams(
    tx,
    told.flatMap(({ id, orderId, events }) =>
      events.map(({ id: event, event: { type, data } }, index) => ({
        ...{ stream_id: id, version: index + 1, id: event, type, data, correlation_id: orderId },
      })),
    ),
    told.map(({ id, events }) => ({ id, version: events.length })),
  );
  const rows = told.map(({ id, events }) => projected(id, noPayment, events));
  await tx.insert(payments).values(rows.map(({ payment }) => payment));
  await tx.insert(paymentHistory).values(rows.flatMap(({ history }) => history));
  const given = rows.flatMap(({ refunds: list }) => list);
  if (given.length > 0) await tx.insert(refunds).values(given);
  const entries = rows.flatMap((each) => each.entries);
  for (let start = 0; start < entries.length; start += BATCH) {
    await tx.insert(ledgerEntries).values(entries.slice(start, start + BATCH));
  }
}

export const paymentSeed = (db: Db) => ({
  isEmpty: async (): Promise<boolean> => {
    const rows = await db.select({ one: sql`1` }).from(payments).limit(1);
    return rows.length === 0;
  },

  /**
   * Loads payments as the events that led to them, and what follows from those, all or nothing. Throws BAD_USER_INPUT
   * for a record that does not add up, CONFLICT for one that is there already.
   */
  load: async (records: AsyncIterable<unknown>): Promise<void> => {
    try {
      await db.transaction(async (tx) => {
        let batch: PaymentRecord[] = [];
        for await (const record of records) {
          batch.push(parseInput(PaymentRecord, record));
          if (batch.length < BATCH) continue;
          await insert(tx, batch);
          batch = [];
        }
        if (batch.length > 0) await insert(tx, batch);
      });
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === null) throw error;
      throw new AppError('CONFLICT', `The seed breaks the rule ${constraint}.`, { constraint });
    }
  },
});
