import { type Queries, violatedConstraint } from '@souk/platform/database';
import { AppError } from '@souk/platform/errors';
import { newId } from '@souk/platform/ids';
import { parseInput } from '@souk/platform/input';
import { sql } from 'drizzle-orm';
import { postings } from '../domain/ledger.ts';
import { fromPayment } from './rows.ts';
import { PaymentRecord } from './seed-records.ts';
import { ledgerEntries, paymentHistory, payments, refunds } from './tables.ts';

type Db = Queries<Record<string, unknown>>;

const BATCH = 500;

/** Every movement of the record, entered twice. */
const entriesOf = ({ id: paymentId, currency, movements }: PaymentRecord) =>
  movements.flatMap((movement) => {
    const movementId = newId();
    const { kind, at } = movement;
    return postings(movement).map((posting) => ({
      ...posting,
      movementId,
      kind,
      at,
      paymentId,
      currency,
    }));
  });

async function insert(tx: Db, records: readonly PaymentRecord[]): Promise<void> {
  await tx
    .insert(payments)
    .values(
      records.map(({ history: _, refunds: __, movements: ___, ...payment }) =>
        fromPayment(payment),
      ),
    );
  await tx
    .insert(paymentHistory)
    .values(
      records.flatMap(({ id, history }) =>
        history.map((change, position) => ({ paymentId: id, position, ...change })),
      ),
    );
  const given = records.flatMap(({ id, currency, refunds: list }) =>
    list.map((refund) => ({ paymentId: id, currency, ...refund })),
  );
  if (given.length > 0) await tx.insert(refunds).values(given);
  const entries = records.flatMap(entriesOf);
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
   * Loads payments and enters their movements in the ledger, all or nothing. Throws BAD_USER_INPUT
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
