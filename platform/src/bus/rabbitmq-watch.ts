import { type Closable, DEFAULT_PARTITIONS, type WatchOptions } from './interface.ts';
import { connectRabbit } from './rabbitmq-connect.ts';
import { exchangeOf } from './rabbitmq-names.ts';
import { declareTopic, readMessage } from './rabbitmq-publish.ts';

/** Watches topics on RabbitMQ by a queue that ends with its connection. */
export async function watchRabbitBus(
  url: string,
  { topics, handle, onGap, name, log, partitions = DEFAULT_PARTITIONS }: WatchOptions,
): Promise<Closable> {
  const connection = await connectRabbit(url, name, log);
  try {
    for (const topic of topics) await declareTopic(connection, topic);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const numbers = Array.from({ length: partitions }, (_, n) => n);
  const consumer = connection.createConsumer(
    {
      queueOptions: { exclusive: true, autoDelete: true },
      queueBindings: topics.flatMap((topic) =>
        numbers.map((n) => ({ exchange: exchangeOf(topic), routingKey: `${n}` })),
      ),
      noAck: true,
      concurrency: 1,
    },
    async (received) => {
      try {
        await handle(readMessage(received));
      } catch (error) {
        log.warn({ err: error }, 'bus: message not handled by its watcher');
        await onGap();
      }
    },
  );
  consumer.on('error', (error) => log.warn({ err: error }, 'bus: not watched'));
  const watching = Promise.withResolvers<void>();
  // The queue is a new one after each loss of the connection.
  consumer.on('ready', () => void onGap().then(watching.resolve, watching.reject));
  await watching.promise;
  return {
    close: async () => {
      await consumer.close();
      await connection.close();
    },
  };
}
