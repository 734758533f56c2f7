import type { Sql } from 'postgres';
import type { Message } from './interface.ts';
import { partitionOf } from './partition.ts';

export const MESSAGES_CHANNEL = 'bus_messages';
const SCHEMA_LOCK = 7_203_914;

/** Creates the tables of the bus where they are missing. Several processes may do so at once. */
export async function ensureTables(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`/* bus.lockTables */ select pg_advisory_xact_lock(${SCHEMA_LOCK})`;
    await tx`/* bus.createTopics */ create table if not exists topics (
      name text primary key, partitions int not null check (partitions > 0))`;
    await tx`/* bus.createPartitions */ create table if not exists partitions (
      topic text not null references topics, number int not null,
      head bigint not null default 0, primary key (topic, number))`;
    await tx`/* bus.createMessages */ create table if not exists messages (
      topic text not null, partition int not null, position bigint not null,
      id text not null, key text not null, headers jsonb not null, body text not null,
      published_at timestamptz not null default now(), primary key (topic, partition, position))`;
    await tx`/* bus.createMembers */ create table if not exists members (
      group_name text not null, id uuid not null, seen_until timestamptz not null,
      primary key (group_name, id))`;
    await tx`/* bus.createOffsets */ create table if not exists offsets (
      group_name text not null, topic text not null, partition int not null,
      position bigint not null default 0, owner uuid, leased_until timestamptz,
      primary key (group_name, topic, partition))`;
  });
}

/** How many partitions a topic has; it is made with `wanted` when there is none. */
export async function ensureTopic(sql: Sql, topic: string, wanted: number): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`/* bus.addTopic */ insert into topics values (${topic}, ${wanted}) on conflict do nothing`;
    const [row] = await tx<{ partitions: number }[]>`
      /* bus.topicByName */ select partitions from topics where name = ${topic}`;
    const partitions = row?.partitions ?? wanted;
    await tx`/* bus.addPartitions */ insert into partitions (topic, number)
      select ${topic}, generate_series(0, ${partitions}::int - 1) on conflict do nothing`;
    return partitions;
  });
}

/**
 * Appends to the partitions of one topic in one statement. The row of a partition stays locked
 * until the commit, so positions become visible in their sequence and no reader can skip one; rows are
 * locked by their numbers, so that two publishers never wait for each other. Wakes nobody.
 */
export async function append(
  sql: Sql,
  topic: string,
  messages: readonly Message[],
  partitions: number,
): Promise<void> {
  await sql`/* bus.append */
    with incoming as (
      select * from unnest(
        ${messages.map(({ key }) => partitionOf(key, partitions))}::int[],
        ${messages.map(({ id }) => id)}::text[], ${messages.map(({ key }) => key)}::text[],
        ${messages.map(({ headers }) => JSON.stringify(headers))}::text[],
        ${messages.map(({ body }) => body)}::text[]
      ) with ordinality as t(partition, id, key, headers, body, nth)
    ), counts as (
      select partition, count(*) as added from incoming group by partition
    ), heads as (
      insert into partitions as p (topic, number, head)
      select ${topic}, partition, added from counts order by partition
      on conflict (topic, number) do update set head = p.head + excluded.head
      returning number, head
    ), appended as (
      insert into messages (topic, partition, position, id, key, headers, body)
      select ${topic}, i.partition,
        h.head - c.added + row_number() over (partition by i.partition order by i.nth),
        i.id, i.key, i.headers::jsonb, i.body
      from incoming i join counts c using (partition) join heads h on h.number = i.partition
    )
    select`;
}

export type Stored = Message & { partition: number; position: number };
export type Cursor = { topic: string; partition: number; after: number };

/** The next messages of several partitions, at most `limit` of each, in sequence. */
export async function readAfter(sql: Sql, cursors: readonly Cursor[], limit: number) {
  return sql<Stored[]>`/* bus.readAfter */
    select c.topic, c.partition, m.position::float8 as position, m.id, m.key, m.headers, m.body
    from unnest(
      ${cursors.map(({ topic }) => topic)}::text[],
      ${cursors.map(({ partition }) => partition)}::int[],
      ${cursors.map(({ after }) => after)}::bigint[]
    ) as c(topic, partition, after)
    cross join lateral (
      select * from messages
      where topic = c.topic and partition = c.partition and position > c.after
      order by position limit ${limit}
    ) m
    order by c.topic, c.partition, m.position`;
}

/** Deletes what every group has worked off. */
export async function removeConsumed(sql: Sql): Promise<void> {
  await sql`/* bus.removeConsumed */
    delete from messages m
    using (
      select topic, partition, min(position) as floor from offsets group by topic, partition
    ) done
    where m.topic = done.topic and m.partition = done.partition and m.position <= done.floor`;
}
