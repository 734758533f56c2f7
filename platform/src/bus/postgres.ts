import postgres from 'postgres';
import { survivingLostConnections } from '../lost-connection.ts';
import { notifier } from '../notify.ts';
import {
  type Bus,
  type BusOptions,
  DEFAULT_LEASE_MS,
  DEFAULT_PARTITIONS,
  type Message,
} from './interface.ts';
import { addOffsets, MEMBERS_CHANNEL } from './postgres-leases.ts';
import { append, ensureTables, ensureTopic, MESSAGES_CHANNEL } from './postgres-log.ts';
import { type RunningMember, startMember } from './postgres-member.ts';
import { DEFAULT_RETRY } from './retry.ts';

/** The bus on a PostgreSQL database of its own: a log per partition, read by lease. */
export async function openPostgresBus(url: string, options: BusOptions): Promise<Bus> {
  const sql = survivingLostConnections(
    postgres(url, {
      max: 4,
      connect_timeout: 5,
      connection: { application_name: options.name },
      onnotice: () => {},
    }),
  );
  const notify = notifier(sql);
  const wanted = options.partitions ?? DEFAULT_PARTITIONS;
  const topics = new Map<string, Promise<number>>();
  const members = new Map<RunningMember, { group: string; topics: readonly string[] }>();

  try {
    await ensureTables(sql);
    await sql.listen(MESSAGES_CHANNEL, (topic) => {
      for (const [member, of] of members) if (of.topics.includes(topic)) member.wake();
    });
    await sql.listen(MEMBERS_CHANNEL, (group) => {
      for (const [member, of] of members) if (of.group === group) member.turn();
    });
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }

  function partitionsOf(topic: string): Promise<number> {
    const known = topics.get(topic) ?? ensureTopic(sql, topic, wanted);
    topics.set(topic, known);
    known.catch(() => topics.delete(topic));
    return known;
  }

  const bus: Bus = {
    async publish(messages) {
      const byTopic = Map.groupBy(messages, (message: Message) => message.topic);
      for (const [topic, some] of byTopic) {
        await append(sql, topic, some, await partitionsOf(topic));
        notify(MESSAGES_CHANNEL, topic);
      }
    },
    async declare(group, names) {
      for (const topic of names) await partitionsOf(topic);
      await addOffsets(sql, group, names);
    },
    async subscribe(subscription) {
      await bus.declare(subscription.group, subscription.topics);
      const member = await startMember(sql, subscription, {
        leaseMs: options.leaseMs ?? DEFAULT_LEASE_MS,
        retry: options.retry ?? DEFAULT_RETRY,
        log: options.log,
      });
      members.set(member, subscription);
      return {
        async close() {
          members.delete(member);
          await member.close();
        },
      };
    },
    async close() {
      await Promise.all([...members.keys()].map((member) => member.close()));
      members.clear();
      await sql.end({ timeout: 1 });
    },
  };
  return bus;
}
