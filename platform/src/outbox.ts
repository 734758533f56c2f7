import { sql } from 'drizzle-orm';
import {
  bigint,
  jsonb,
  type PgDatabase,
  type PgQueryResultHKT,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Message } from './bus/interface.ts';
import { partitionOf } from './bus/partition.ts';

/** A transaction, or a database, of whatever schema. */
export type Transaction = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'execute' | 'insert' | 'select' | 'delete'
>;

export const OUTBOX_CHANNEL = 'outbox';
/** Bounds the locks of one transaction, however many keys it writes about. */
const LOCKS = 1_024;
const LOCK_SPACE = 7_203_915;

/**
 * Messages that were decided and not yet published. A service exports the table from its own
 * tables, so that it stands in its migrations: `export const outbox = outboxTable();`
 */
export const outboxTable = () =>
  pgTable('outbox', {
    position: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    topic: text().notNull(),
    key: text().notNull(),
    headers: jsonb().$type<Message['headers']>().notNull(),
    body: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  });

const table = outboxTable();

/**
 * Puts messages in the outbox, in the caller's transaction: they are published if and only if it
 * commits. A second transaction that writes about the same key waits here for the first one, so
 * the sequence of a key is the sequence of the commits. Two transactions that write about several keys
 * in several calls can deadlock; PostgreSQL then refuses one of them (40P01).
 */
export async function appendToOutbox(tx: Transaction, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  const locks = [...new Set(messages.map(({ key }) => partitionOf(key, LOCKS)))];
  locks.sort((a, b) => a - b);
  const list = sql.param(`{${locks.join(',')}}`);
  await tx.execute(sql`/* outbox.lockKeys */
    select pg_advisory_xact_lock(${LOCK_SPACE}, n), pg_notify(${OUTBOX_CHANNEL}, '')
    from unnest(${list}::int[]) n`);
  await tx
    .insert(table)
    .values(
      messages.map(({ id, topic, key, headers, body }) => ({ id, topic, key, headers, body })),
    );
}
