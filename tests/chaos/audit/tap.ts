import type { Sql } from 'postgres';
import type { DecidedMessage, EffectFact } from './facts.ts';

/**
 * Writes down every message that a service decides to send, in the transaction that decides it: what
 * stands in an outbox is deleted once the bus has it, or once somebody says so. `sql` is the
 * superuser's, in the service's database.
 */
export async function tapOutbox(sql: Sql): Promise<void> {
  await sql.unsafe(`/* chaos.tapOutbox */
    create schema if not exists chaos;
    create table chaos.decided (position bigint, id text, topic text, key text, type text,
      causation text, data text);
    create function chaos.note_decided() returns trigger
      language plpgsql security definer set search_path = '' as $$
      begin
        insert into chaos.decided values (new.position, new.id, new.topic, new.key,
          new.headers->>'type', new.body::jsonb->>'causationid',
          pg_catalog.md5((new.body::jsonb->'data')::text));
        return null;
      end $$;
    create trigger chaos_decided after insert on public.outbox
      for each row execute function chaos.note_decided();`);
}

/** The same for what the provider is to be asked, because of which message. */
export async function tapTasks(sql: Sql): Promise<void> {
  await sql.unsafe(`/* chaos.tapTasks */
    create schema if not exists chaos;
    create table chaos.tasks (kind text, cause text);
    create function chaos.note_task() returns trigger
      language plpgsql security definer set search_path = '' as $$
      begin
        if new.kind <> 'SYNC' then
          insert into chaos.tasks values (new.kind, new.cause);
        end if;
        return null;
      end $$;
    create trigger chaos_tasks after insert on public.provider_tasks
      for each row execute function chaos.note_task();`);
}

export const readDecided = (sql: Sql): Promise<DecidedMessage[]> =>
  sql<DecidedMessage[]>`/* chaos.decided */
    select id, topic, key, type, position::float8 as position from chaos.decided order by position`;

/** One thing that is told because of another is told once. */
export const readTold = (sql: Sql): Promise<EffectFact[]> =>
  sql<EffectFact[]>`/* chaos.told */
    select 'telling ' || type as what, key || ' because of ' || causation as key,
      count(*)::int as times
    from chaos.decided group by type, key, causation, data`;

export const readTasks = (sql: Sql): Promise<EffectFact[]> =>
  sql<EffectFact[]>`/* chaos.tasks */
    select 'scheduling ' || kind as what, 'message ' || cause as key, count(*)::int as times
    from chaos.tasks group by kind, cause`;
