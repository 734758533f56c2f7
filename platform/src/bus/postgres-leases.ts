import type { Sql } from 'postgres';

export const MEMBERS_CHANNEL = 'bus_members';

export type Slot = { topic: string; partition: number; position: number };
export type Member = { group: string; id: string; leaseMs: number };

/** Gives a group a position at the start of every partition that it does not know yet. */
export async function addOffsets(sql: Sql, group: string, topics: readonly string[]) {
  await sql`/* bus.addOffsets */
    insert into offsets (group_name, topic, partition)
    select ${group}, topic, number from partitions where topic = any(${[...topics]}::text[])
    on conflict do nothing`;
}

/**
 * One turn of a member: says that it lives, renews its leases, takes free partitions up to its fair
 * share. Returns all that it holds, and how many of them are more than its share.
 */
export async function takeTurn(
  sql: Sql,
  { group, id, leaseMs }: Member,
): Promise<{ held: Slot[]; surplus: number }> {
  const until = `${leaseMs} milliseconds`;
  return sql.begin(async (tx) => {
    const [joined] = await tx<{ isNew: boolean }[]>`/* bus.renewMember */
      insert into members (group_name, id, seen_until)
      values (${group}, ${id}, now() + ${until}::interval)
      on conflict (group_name, id) do update set seen_until = excluded.seen_until
      returning (xmax = 0) as "isNew"`;
    await tx`/* bus.removeMembers */
      delete from members where (group_name, id) in (
        select group_name, id from members
        where group_name = ${group} and seen_until < now() for update skip locked)`;
    const held = await tx<Slot[]>`/* bus.renewLeases */
      update offsets set leased_until = now() + ${until}::interval
      where group_name = ${group} and owner = ${id}
      returning topic, partition, position::float8 as position`;
    const [count] = await tx<{ share: number }[]>`/* bus.shareOfMember */
      select ceil((select count(*) from offsets where group_name = ${group})::float8
        / greatest(1, (select count(*) from members where group_name = ${group})))::int as share`;
    const missing = (count?.share ?? 0) - held.length;
    if (joined?.isNew)
      await tx`/* bus.tellMembers */ select pg_notify(${MEMBERS_CHANNEL}, ${group})`;
    if (missing <= 0) return { held, surplus: -missing };
    const taken = await tx<Slot[]>`/* bus.takeLeases */
      update offsets o set owner = ${id}, leased_until = now() + ${until}::interval
      from (
        select group_name, topic, partition from offsets
        where group_name = ${group} and (owner is null or leased_until < now())
        order by topic, partition limit ${missing} for update skip locked
      ) free
      where (o.group_name, o.topic, o.partition) = (free.group_name, free.topic, free.partition)
      returning o.topic, o.partition, o.position::float8 as position`;
    return { held: [...held, ...taken], surplus: 0 };
  });
}

/** Stores how far partitions are worked off, of those that the member still holds. */
export async function commit(sql: Sql, { group, id }: Member, slots: readonly Slot[]) {
  await sql`/* bus.commitOffsets */
    update offsets o set position = v.position
    from unnest(
      ${slots.map(({ topic }) => topic)}::text[],
      ${slots.map(({ partition }) => partition)}::int[],
      ${slots.map(({ position }) => position)}::bigint[]
    ) as v(topic, partition, position)
    where o.group_name = ${group} and o.owner = ${id} and o.topic = v.topic
      and o.partition = v.partition and o.position < v.position`;
}

/** Lets other members have these partitions. */
export async function release(
  sql: Sql,
  { group, id }: Member,
  slots: readonly Pick<Slot, 'topic' | 'partition'>[],
) {
  await sql`/* bus.releaseLeases */
    with freed as (
      update offsets o set owner = null, leased_until = null
      from unnest(
        ${slots.map(({ topic }) => topic)}::text[], ${slots.map(({ partition }) => partition)}::int[]
      ) as v(topic, partition)
      where o.group_name = ${group} and o.owner = ${id} and o.topic = v.topic
        and o.partition = v.partition
    )
    select pg_notify(${MEMBERS_CHANNEL}, ${group})`;
}

/** Ends a membership. Its leases must have been released. */
export async function leave(sql: Sql, { group, id }: Member) {
  await sql`/* bus.leave */ delete from members where group_name = ${group} and id = ${id}`;
}
