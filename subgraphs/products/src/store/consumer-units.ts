import type { Transaction } from '@souk/platform/outbox';
import type { TransactionSql } from 'postgres';
import type { ReservationUnit } from '../app/reservation-unit.ts';
import type { UnitIn } from './reservations.ts';

/** The driver's own connection below drizzle's transaction: many statements can be under way on it. */
const connectionOf = (tx: Transaction): TransactionSql =>
  (tx as unknown as { _: { session: { client: TransactionSql } } })._.session.client;

/** Transactions of a consumer, each with its unit of work; those that told something wake the relay. */
export function unitsOfConsumer<Tx extends Transaction>(
  db: { transaction: (work: (tx: Tx) => Promise<void>) => Promise<void> },
  unitIn: UnitIn,
  wake: () => void,
) {
  const telling = new WeakSet<object>();
  return {
    transaction: async (work: (tx: Tx) => Promise<void>): Promise<void> => {
      let isTold = false;
      await db.transaction(async (tx) => {
        await work(tx);
        isTold = telling.has(tx);
      });
      if (isTold) wake();
    },
    unitIn: (tx: Tx): ReservationUnit => {
      const unit = unitIn(connectionOf(tx));
      return {
        ...unit,
        tell: (facts) => {
          telling.add(tx);
          return unit.tell(facts);
        },
      };
    },
  };
}
