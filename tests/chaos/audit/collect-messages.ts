import type { Sql } from 'postgres';
import { type Databases, ON_THE_BUS } from './databases.ts';
import type { DeadLetterFact, DecidedMessage, EffectFact, HandledMessage } from './facts.ts';
import { readDecided, readTasks, readTold } from './tap.ts';

export async function readAllDecided(databases: Databases): Promise<DecidedMessage[]> {
  return (await Promise.all(ON_THE_BUS.map((name) => readDecided(databases[name])))).flat();
}

/** Records of the inboxes; those of groups that are no services are not the bus's. */
export async function readHandled(databases: Databases): Promise<HandledMessage[]> {
  const all = await Promise.all(
    ON_THE_BUS.map(
      (reader) => databases[reader]<HandledMessage[]>`/* chaos.handled */
        select consumer as reader, message_id as "messageId", received_at as at
        from inbox where consumer = ${reader}`,
    ),
  );
  return all.flat();
}

export async function readDeadLetters(databases: Databases): Promise<DeadLetterFact[]> {
  const all = await Promise.all(
    ON_THE_BUS.map(async (service) => {
      const letters = await databases[service]<Omit<DeadLetterFact, 'service'>[]>`
        /* chaos.deadLetters */ select message_id as "messageId", error from dead_letters`;
      return letters.map((letter) => ({ service, ...letter }));
    }),
  );
  return all.flat();
}

/** What waits to be sent, or to be asked of the provider. */
export async function readWaiting(
  databases: Databases,
): Promise<{ where: string; what: string }[]> {
  const outboxes = await Promise.all(
    ON_THE_BUS.map(async (service) => {
      const rows = await databases[service]<{ what: string }[]>`/* chaos.outbox */
        select (headers->>'type') || ' of ' || key as what from outbox limit 20`;
      return rows.map(({ what }) => ({ where: `the outbox of ${service}`, what }));
    }),
  );
  const tasks = await databases.payments<{ what: string }[]>`/* chaos.providerTasks */
    select kind || ' of order ' || order_id || ', attempt ' || attempts
      || coalesce(': ' || last_error, '') as what
    from provider_tasks limit 20`;
  return [
    ...outboxes.flat(),
    ...tasks.map(({ what }) => ({ where: "the provider's tasks", what })),
  ];
}

/** Things that happen once for each occasion, and how often they did. */
export async function readEffects(databases: Databases): Promise<EffectFact[]> {
  const told = await Promise.all(ON_THE_BUS.map((name) => readTold(databases[name])));
  const events = await Promise.all([databases.orders, databases.payments].map(readEvents));
  return [...told.flat(), ...events.flat(), ...(await readTasks(databases.payments))];
}

/** One event of a stream that happened because of one message happened once. */
const readEvents = (sql: Sql): Promise<EffectFact[]> =>
  sql<EffectFact[]>`/* chaos.events */
    select type as what, stream_id || ' because of ' || causation_id as key, count(*)::int as times
    from events group by type, stream_id, causation_id, data - 'at'`;
