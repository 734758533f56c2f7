import type { Transaction } from '@souk/platform/outbox';
import type { TransactionSql } from 'postgres';
import type { ReservationUnit } from '../app/reservation-unit.ts';
import type { UnitIn } from './reservations.ts';

/** The driver's own connection below drizzle's transaction: many statements can be under way on it. */
const connectionOf = (tx: Transaction): TransactionSql =>
  (tx as unknown as { _: { session: { client: TransactionSql } } })._.session.client;

/** The unit of work of a consumer's transaction. */
export const unitOfConsumer =
  (unitIn: UnitIn) =>
  (tx: Transaction): ReservationUnit =>
    unitIn(connectionOf(tx));
