import type { Channel, Connection } from 'rabbitmq-client';
import type { Bus, Closable, Message } from './interface.ts';
import { partitionOf } from './partition.ts';
import { exchangeOf } from './rabbitmq-names.ts';

export type Publisher = Closable & Pick<Bus, 'publish'>;

/**
 * Publishes with confirms. All messages of a call go over one channel: if it breaks, none of them
 * is sent on another one, where a later message could overtake an earlier one of its key.
 */
export function openPublisher(connection: Connection, partitions: number): Publisher {
  let opened: Promise<Channel> | null = null;
  const declared = new Set<string>();

  async function open(): Promise<Channel> {
    const channel = await connection.acquire();
    channel.on('error', () => {});
    await channel.confirmSelect();
    return channel;
  }

  async function usable(): Promise<Channel> {
    const channel = await opened?.catch(() => null);
    if (channel?.active) return channel;
    opened = open();
    return opened;
  }

  return {
    async publish(messages) {
      const channel = await usable();
      for (const { topic } of messages) {
        if (declared.has(topic)) continue;
        await declareTopic(channel, topic);
        declared.add(topic);
      }
      try {
        await Promise.all(
          messages.map(({ id, topic, key, headers, body }) =>
            channel.basicPublish(
              {
                exchange: exchangeOf(topic),
                routingKey: `${partitionOf(key, partitions)}`,
                durable: true,
                messageId: id,
                type: topic,
                contentType: 'application/cloudevents+json',
                headers: { key, headers: JSON.stringify(headers) },
              },
              Buffer.from(body),
            ),
          ),
        );
      } catch (error) {
        opened = null;
        await channel.close().catch(() => {});
        throw error;
      }
    },
    async close() {
      const channel = await opened?.catch(() => null);
      await channel?.close().catch(() => {});
    },
  };
}

/** A topic is an exchange whose routing keys are the numbers of the partitions. */
export const declareTopic = (on: Pick<Channel, 'exchangeDeclare'>, topic: string) =>
  on.exchangeDeclare({ exchange: exchangeOf(topic), type: 'direct', durable: true });

/** The message as it was published. */
export function readMessage(received: {
  messageId?: string;
  type?: string;
  headers?: Record<string, unknown>;
  body: unknown;
}): Message {
  return {
    id: String(received.messageId),
    topic: String(received.type),
    key: String(received.headers?.key),
    headers: JSON.parse(String(received.headers?.headers ?? '{}')),
    body: String(received.body),
  };
}
