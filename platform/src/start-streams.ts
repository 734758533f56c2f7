import { sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import type { NewEvent } from './event-store.ts';

/** Events of a stream that is not there yet, oldest first. */
export type NewStream = { id: string; events: readonly NewEvent[] };

/** Appends whole streams in one statement, in the caller's transaction. Throws where one exists. */
export async function startStreams(
  tx: Queries<Record<string, unknown>>,
  streams: readonly NewStream[],
): Promise<void> {
  const started = streams.filter(({ events }) => events.length > 0);
  if (started.length === 0) return;
  const heads = started.map(({ id, events }) => ({ id, version: events.length }));
  const rows = started.flatMap(({ id, events }) =>
    events.map(({ correlationId, causationId, ...event }, index) => ({
      ...event,
      stream_id: id,
      version: index + 1,
      correlation_id: correlationId,
      causation_id: causationId,
    })),
  );
  await tx.execute(sql`/* platform.startStreams */
    with started as (
      insert into event_streams (id, version, transaction)
      select id, version, pg_current_xact_id()::text::bigint
      from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as head (id text, version int)
      returning id, transaction
    )
    insert into events (transaction, stream_id, version, id, type, data, at, correlation_id, causation_id)
    select started.transaction, stream_id, version, fresh.id, type, data, at, correlation_id, causation_id
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (stream_id text, version int,
      id uuid, type text, data jsonb, at timestamptz, correlation_id text, causation_id text)) as fresh
    join started on started.id = fresh.stream_id
    order by stream_id, version`);
}
