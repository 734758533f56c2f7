import { deliver } from './delivery.ts';
import {
  type Bus,
  type BusOptions,
  type Closable,
  DEFAULT_CONCURRENCY,
  DEFAULT_LEASE_MS,
  DEFAULT_PARTITIONS,
  type Subscription,
} from './interface.ts';
import { openLanes } from './lanes.ts';
import { connectRabbit } from './rabbitmq-connect.ts';
import { joinGroup } from './rabbitmq-members.ts';
import { deadQueueOf, exchangeOf, queueOf } from './rabbitmq-names.ts';
import { declareTopic, openPublisher, readMessage } from './rabbitmq-publish.ts';
import { type Delivered, readQueue } from './rabbitmq-queue.ts';
import { DEFAULT_RETRY } from './retry.ts';

const PREFETCH = 64;
/** A message that took so many members down with it is dead, whoever handles it. */
const DELIVERY_LIMIT = 20;

/**
 * The bus on RabbitMQ: a group has one quorum queue for each partition, read by one member at a
 * time. `partitions` must be the same in every process that publishes or subscribes.
 */
export async function openRabbitBus(url: string, options: BusOptions): Promise<Bus> {
  const { log, name, retry = DEFAULT_RETRY, leaseMs = DEFAULT_LEASE_MS } = options;
  const partitions = options.partitions ?? DEFAULT_PARTITIONS;
  const numbers = Array.from({ length: partitions }, (_, n) => n);
  const connection = await connectRabbit(url, name, log);
  const publisher = openPublisher(connection, partitions);
  const subscriptions = new Set<Closable>();

  async function declare(group: string, topics: readonly string[]) {
    const durable = { durable: true, arguments: { 'x-queue-type': 'quorum' } } as const;
    const dead = deadQueueOf(group);
    await connection.queueDeclare({ queue: dead, ...durable });
    for (const topic of topics) await declareTopic(connection, topic);
    for (const n of numbers) {
      const queue = queueOf(group, n);
      await connection.queueDeclare({
        queue,
        durable: true,
        arguments: {
          'x-queue-type': 'quorum',
          'x-single-active-consumer': true,
          'x-delivery-limit': DELIVERY_LIMIT,
          'x-dead-letter-exchange': '',
          'x-dead-letter-routing-key': dead,
        },
      });
      for (const topic of topics) {
        await connection.queueBind({ queue, exchange: exchangeOf(topic), routingKey: `${n}` });
      }
    }
  }

  async function subscribe(subscription: Subscription): Promise<Closable> {
    const { group, topics, handle, deadLetter, concurrency = DEFAULT_CONCURRENCY } = subscription;
    await declare(group, topics);
    const lanes = openLanes(concurrency);
    const read = (queue: string, take: (delivered: Delivered) => Promise<boolean>) =>
      readQueue({ connection, queue, prefetch: PREFETCH, log, take });

    const take = ({ message: received, signal }: Delivered) =>
      new Promise<boolean>((resolve) => {
        const message = readMessage(received);
        const delivery = { group, handle, deadLetter, retry, log, signal };
        lanes.add(`${message.topic}/${message.key}`, async () =>
          resolve(await deliver(message, delivery)),
        );
      });
    /** What the broker gave up goes the way of what the handler gave up. */
    const bury = ({ message: received, signal }: Delivered) => {
      const refuse = () => Promise.reject(new Error(`delivered ${DELIVERY_LIMIT} times in vain`));
      const once = { ...retry, attempts: 1 };
      const delivery = { group, handle: refuse, deadLetter, retry: once, log, signal };
      return deliver(readMessage(received), delivery);
    };

    const reading = new Map<number, Closable>();
    let settling: Promise<void> = Promise.resolve();
    async function settle(place: number, of: number) {
      const mine = new Set(numbers.filter((n) => n % of === place));
      const lost = [...reading].filter(([n]) => !mine.has(n));
      await Promise.all(lost.map(([n, queue]) => queue.close().then(() => reading.delete(n))));
      for (const n of mine) {
        if (!reading.has(n)) reading.set(n, await read(queueOf(group, n), take));
      }
    }
    const dead = await read(deadQueueOf(group), bury);
    const membership = await joinGroup({
      connection,
      group,
      leaseMs,
      log,
      onPlace: (place, of) => {
        settling = settling.then(() => settle(place, of));
      },
    });
    await settling;

    const closable: Closable = {
      async close() {
        if (!subscriptions.delete(closable)) return;
        await settling;
        await Promise.all([dead, ...reading.values()].map((queue) => queue.close()));
        await membership.close();
      },
    };
    subscriptions.add(closable);
    return closable;
  }

  return {
    publish: publisher.publish,
    declare,
    subscribe,
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.close()));
      await publisher.close();
      await connection.close();
    },
  };
}
