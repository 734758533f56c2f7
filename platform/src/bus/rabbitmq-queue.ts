import type { AsyncMessage, Connection } from 'rabbitmq-client';
import type { Logger } from '../log.ts';
import { pause } from './delivery.ts';
import type { Closable } from './interface.ts';

const RETRY_MS = 200;

export type Delivered = {
  message: AsyncMessage;
  /** Aborted when the broker takes the message back: whoever has it next may be another. */
  signal: AbortSignal;
};

export type QueueOptions = {
  connection: Connection;
  queue: string;
  prefetch: number;
  log: Logger;
  /** True when the message is done. Must not reject; must keep the sequence that it needs. */
  take: (delivered: Delivered) => Promise<boolean>;
};

/**
 * Reads one queue on a channel of its own, again and again. `close` lets the handlers under way
 * end, then closes the channel, by which the broker puts back the rest in sequence; a mere cancel
 * would let the next consumer overtake them.
 */
export async function readQueue(options: QueueOptions): Promise<Closable> {
  const { connection, queue, prefetch, log, take } = options;
  const closing = new AbortController();
  const started = Promise.withResolvers<void>();

  async function readOnce() {
    const channel = await connection.acquire();
    const lost = new AbortController();
    const underWay = new Set<Promise<void>>();
    const closed = new Promise<void>((resolve) => channel.once('close', () => resolve()));
    void closed.then(() => lost.abort());
    channel.on('error', (error) => log.warn({ err: error, queue }, 'bus: channel lost'));
    channel.once('basic.cancel', () => lost.abort());
    const signal = AbortSignal.any([lost.signal, closing.signal]);

    const finish = async (message: AsyncMessage) => {
      if (!(await take({ message, signal })) || lost.signal.aborted) return;
      try {
        channel.basicAck({ deliveryTag: message.deliveryTag });
      } catch (error) {
        log.warn({ err: error, queue }, 'bus: not acknowledged');
      }
    };
    try {
      await channel.basicQos({ prefetchCount: prefetch });
      await channel.basicConsume({ queue }, (message) => {
        const work = finish(message);
        underWay.add(work);
        void work.finally(() => underWay.delete(work));
      });
      started.resolve();
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    } finally {
      await Promise.all(underWay);
      if (channel.active) await channel.close().catch(() => {});
    }
  }

  const reading = (async () => {
    while (!closing.signal.aborted) {
      await readOnce().catch((error) => log.warn({ err: error, queue }, 'bus: queue not read'));
      await pause(RETRY_MS, closing.signal);
    }
    started.resolve();
  })();
  await started.promise;
  return {
    async close() {
      closing.abort();
      await reading;
    },
  };
}
