import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { AppError } from './errors.ts';
import { eventStreams, events } from './event-tables.ts';

/** A database, or a transaction on one. */
type Session = Queries<Record<string, unknown>>;

/** An event that is about to be appended. `data` must survive JSON. */
export type NewEvent = {
  /** UUIDv7; unique over all streams. */
  id: string;
  type: string;
  data: unknown;
  at: Date;
  correlationId: string;
  causationId: string;
};

/** How far a reader of everything has come. Opaque, but for its place in a row of its own. */
export type Checkpoint = { transaction: bigint; position: bigint };

export type RecordedEvent = NewEvent & Checkpoint & { streamId: string; version: number };

/** Before the first event. */
export const START: Checkpoint = { transaction: 0n, position: 0n };

const conflict = (streamId: string, expected: number) =>
  new AppError('CONFLICT', 'Somebody else changed this at the same time; please try again.', {
    streamId,
    expectedVersion: expected,
  });

/**
 * Appends to a stream that has exactly `expected` events: 0 for a new one. Runs in the caller's
 * transaction, so that whatever else is written there stands or falls with it. Throws CONFLICT,
 * and leaves the transaction usable, when the stream has another version. Of those who append at
 * the same time one wins; the others wait for its commit.
 */
export async function append(
  tx: Session,
  streamId: string,
  expected: number,
  fresh: readonly NewEvent[],
): Promise<void> {
  const rows = JSON.stringify(
    fresh.map(({ correlationId, causationId, ...event }, index) => ({
      ...event,
      correlation_id: correlationId,
      causation_id: causationId,
      version: expected + index + 1,
    })),
  );
  if (fresh.length === 0) return;
  const advanced =
    expected === 0
      ? sql`insert into event_streams (id, version, transaction)
          values (${streamId}, ${fresh.length}::int, pg_current_xact_id()::text::bigint)
          on conflict (id) do nothing returning transaction`
      : // A stream's later events never count under an earlier transaction than its former ones.
        sql`update event_streams set version = version + ${fresh.length}::int,
          transaction = greatest(transaction, pg_current_xact_id()::text::bigint)
          where id = ${streamId} and version = ${expected}::int returning transaction`;
  const inserted = await tx.execute(sql`/* platform.appendEvents */
    with advanced as (${advanced})
    insert into events (transaction, stream_id, version, id, type, data, at, correlation_id, causation_id)
    select advanced.transaction, ${streamId}, version, fresh.id, type, data, at, correlation_id, causation_id
    from advanced, rows from (jsonb_to_recordset(${rows}::jsonb) as (version int, id uuid, type text,
      data jsonb, at timestamptz, correlation_id text, causation_id text)) as fresh
    returning 1`);
  if (inserted.length !== fresh.length) throw conflict(streamId, expected);
}

/** The events of a stream after `after` (a version), oldest first. */
export const readStream = (db: Session, streamId: string, after = 0): Promise<RecordedEvent[]> =>
  db
    .select()
    .from(events)
    .where(and(eq(events.streamId, streamId), gt(events.version, after)))
    .orderBy(asc(events.version))
    .prepare('platform_read_stream')
    .execute();

/** The version of a stream; 0 where it does not exist. */
export async function streamVersion(db: Session, streamId: string): Promise<number> {
  const rows = await db
    .select({ version: eventStreams.version })
    .from(eventStreams)
    .where(eq(eventStreams.id, streamId))
    .prepare('platform_stream_version')
    .execute();
  return rows[0]?.version ?? 0;
}

/**
 * The next events of all streams after a checkpoint, at most `limit`. Nothing is ever passed over:
 * an event shows only once every transaction that could still add an earlier one has ended, so a
 * long transaction on the server delays readers. The events of one stream come by their version.
 */
export const readAll = (db: Session, after: Checkpoint, limit: number): Promise<RecordedEvent[]> =>
  db
    .select()
    .from(events)
    .where(
      and(
        sql`(${events.transaction}, ${events.position}) > (${after.transaction}::bigint, ${after.position}::bigint)`,
        sql`${events.transaction} < pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
      ),
    )
    .orderBy(asc(events.transaction), asc(events.position))
    .limit(limit)
    .prepare('platform_read_all_events')
    .execute();
