import { sql } from 'drizzle-orm';
import { bigint, jsonb, type PgDatabase, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Message } from './bus/interface.ts';
import { partitionOf } from './bus/partition.ts';
import { notifyAfterCommit } from './notify.ts';

/** A transaction, or a database, of whatever schema. */
export type Transaction = Pick<
  PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>,
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
  const rows = messages.map(({ id, topic, key, headers, body }) => ({
    ...{ id, topic, key, headers, body },
  }));
  // Positions are given out to what comes of the join, when all of the locks have been taken.
  await tx.execute(sql`/* outbox.append */
    with locked as materialized (
      select pg_advisory_xact_lock(${LOCK_SPACE}, n) from unnest(${list}::int[]) n
    )
    insert into outbox (id, topic, key, headers, body)
    select id, topic, key, headers, body
    from (select count(*) from locked) all_locked, rows from (jsonb_to_recordset(
      ${JSON.stringify(rows)}::jsonb) as (id text, topic text, key text, headers jsonb, body text)
    ) with ordinality as message(id, topic, key, headers, body, place)
    order by place`);
  notifyAfterCommit(OUTBOX_CHANNEL);
}
