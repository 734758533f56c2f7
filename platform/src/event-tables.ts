import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** One row per stream: its version, and the latest transaction that an event of it counts under. */
export const eventStreams = pgTable(
  'event_streams',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    transaction: bigint('transaction', { mode: 'bigint' }).notNull(),
  },
  (table) => [check('event_streams_version', sql`${table.version} >= 1`)],
);

/** What happened, never changed: streams are read by (stream, version), everything by (transaction, position). */
export const events = pgTable(
  'events',
  {
    position: bigint('position', { mode: 'bigint' }).generatedAlwaysAsIdentity().notNull(),
    transaction: bigint('transaction', { mode: 'bigint' }).notNull(),
    streamId: text('stream_id')
      .notNull()
      .references(() => eventStreams.id),
    version: integer('version').notNull(),
    id: uuid('id').notNull().unique('events_id'),
    type: text('type').notNull(),
    data: jsonb('data').notNull(),
    at: timestamp('at', { withTimezone: true, precision: 3 }).notNull(),
    correlationId: text('correlation_id').notNull(),
    causationId: text('causation_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'events_key', columns: [table.streamId, table.version] }),
    index('events_by_commit').on(table.transaction, table.position),
    check('events_version', sql`${table.version} >= 1`),
  ],
);
