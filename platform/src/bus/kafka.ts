import { Admin, ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import {
  type Bus,
  type BusOptions,
  type Closable,
  DEFAULT_LEASE_MS,
  DEFAULT_PARTITIONS,
} from './interface.ts';
import { joinKafkaGroup } from './kafka-group.ts';
import { DEFAULT_RETRY } from './retry.ts';

/**
 * The bus on Kafka, at `kafka://host:port,host:port`. Topics are made when they are first used, with
 * as many replicas as the broker's own default.
 */
export async function openKafkaBus(url: string, options: BusOptions): Promise<Bus> {
  const bootstrapBrokers = url
    .replace(/^kafka:\/\//, '')
    .replace(/\/.*$/, '')
    .split(',');
  const base = { clientId: options.name, bootstrapBrokers, timeout: 5_000 };
  const admin = new Admin({ ...base, retries: 20, retryDelay: 300 });
  const known = new Map<string, Promise<void>>();
  const members = new Set<Closable>();
  const { log } = options;
  /** A producer that failed may still send what it was given: the next one takes its place. */
  let producer = openProducer();

  function openProducer() {
    return new Producer({
      ...base,
      serializers: stringSerializers,
      acks: ProduceAcks.ALL,
      idempotent: true,
      retries: 0,
    });
  }

  function ensureTopic(topic: string): Promise<void> {
    const made = known.get(topic) ?? createTopic(topic);
    known.set(topic, made);
    made.catch(() => known.delete(topic));
    return made;
  }

  async function createTopic(topic: string) {
    const names = await admin.listTopics();
    if (names.includes(topic)) return;
    const partitions = options.partitions ?? DEFAULT_PARTITIONS;
    try {
      await admin.createTopics({ topics: [topic], partitions, replicas: -1 });
    } catch (error) {
      if (!(await admin.listTopics()).includes(topic)) throw error;
    }
  }

  async function close() {
    await producer.close(true).catch((error) => log.warn({ err: error }, 'bus: not closed'));
    await admin.close().catch(() => {});
  }

  try {
    await admin.metadata({ topics: [] });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async publish(messages) {
      for (const topic of new Set(messages.map((message) => message.topic))) {
        await ensureTopic(topic);
      }
      const sender = producer;
      try {
        await sender.send({
          messages: messages.map(({ id, topic, key, headers, body }) => ({
            topic,
            key,
            value: body,
            headers: { id, headers: JSON.stringify(headers) },
          })),
        });
      } catch (error) {
        if (producer === sender) producer = openProducer();
        await sender.close(true).catch(() => {});
        throw error;
      }
    },
    async declare(_group, topics) {
      for (const topic of topics) await ensureTopic(topic);
    },
    async subscribe(subscription) {
      for (const topic of subscription.topics) await ensureTopic(topic);
      const member = await joinKafkaGroup(subscription, {
        clientId: options.name,
        bootstrapBrokers,
        leaseMs: options.leaseMs ?? DEFAULT_LEASE_MS,
        retry: options.retry ?? DEFAULT_RETRY,
        log,
      });
      members.add(member);
      return member;
    },
    async close() {
      await Promise.all([...members].map((member) => member.close()));
      await close();
    },
  };
}
