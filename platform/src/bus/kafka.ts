import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import { type Bus, type BusOptions, type Closable, DEFAULT_LEASE_MS } from './interface.ts';
import { connectKafka } from './kafka-connect.ts';
import { joinKafkaGroup } from './kafka-group.ts';
import { toRecord } from './kafka-record.ts';
import { DEFAULT_RETRY } from './retry.ts';

/**
 * The bus on Kafka, at `kafka://host:port,host:port`. Topics are made when they are first used, with
 * as many replicas as the broker's own default.
 */
export async function openKafkaBus(url: string, options: BusOptions): Promise<Bus> {
  const topics = await connectKafka(url, options.name, options.partitions);
  const { base, ensureTopic } = topics;
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

  return {
    async publish(messages) {
      for (const topic of new Set(messages.map((message) => message.topic))) {
        await ensureTopic(topic);
      }
      const sender = producer;
      try {
        await sender.send({ messages: messages.map(toRecord) });
      } catch (error) {
        if (producer === sender) producer = openProducer();
        await sender.close(true).catch(() => {});
        throw error;
      }
    },
    async declare(_group, names) {
      for (const topic of names) await ensureTopic(topic);
    },
    async subscribe(subscription) {
      for (const topic of subscription.topics) await ensureTopic(topic);
      const member = await joinKafkaGroup(subscription, {
        base,
        leaseMs: options.leaseMs ?? DEFAULT_LEASE_MS,
        retry: options.retry ?? DEFAULT_RETRY,
        log,
      });
      members.add(member);
      return member;
    },
    async close() {
      await Promise.all([...members].map((member) => member.close()));
      await producer.close(true).catch((error) => log.warn({ err: error }, 'bus: not closed'));
      await topics.close();
    },
  };
}
