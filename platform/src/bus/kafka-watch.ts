import { type ClusterMetadata, Consumer } from '@platformatic/kafka';
import { pause } from './delivery.ts';
import type { Closable, WatchOptions } from './interface.ts';
import { type Fetched, messagesOf } from './kafka-batches.ts';
import { connectKafka } from './kafka-connect.ts';

const RETRY_MS = 300;
const MAX_WAIT_MS = 500;
const MAX_BYTES = 1_048_576;

type Place = { topic: string; partition: number; next: bigint };

/**
 * Watches topics on Kafka by offsets that only this process knows: without a consumer group, the
 * broker keeps nothing of a watcher. After anything that fails, reading begins anew at the ends of
 * all partitions, and a gap is told.
 */
export async function watchKafkaBus(
  url: string,
  { topics, handle, onGap, name, log, partitions }: WatchOptions,
): Promise<Closable> {
  const connection = await connectKafka(url, name, partitions);
  const closing = new AbortController();
  const started = Promise.withResolvers<void>();
  const inTurn = oneAfterTheOther();

  async function read(consumer: Consumer) {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const metadata = await consumer.metadata({ topics: [...topics], forceUpdate: true });
    const layout = layoutOf(metadata, topics);
    const ends = await consumer.listOffsets({ topics: [...topics] });
    const places = [...ends].flatMap(([topic, offsets]) =>
      offsets.map((next, partition): Place => ({ topic, partition, next })),
    );
    await inTurn(onGap);
    started.resolve();

    async function follow(node: number, mine: readonly Place[]) {
      while (!signal.aborted) {
        const now = await consumer.metadata({ topics: [...topics] });
        // What was published to a partition before it was known here has been missed.
        if (layoutOf(now, topics) !== layout) throw new Error('the partitions have changed');
        const response = await consumer.fetch({
          node,
          maxWaitTime: MAX_WAIT_MS,
          topics: ask(now, mine),
        });
        if (!signal.aborted) await inTurn(() => take(now, response, mine));
      }
    }

    async function take(now: ClusterMetadata, response: Fetched, mine: readonly Place[]) {
      for (const place of mine) {
        const { messages, next } = messagesOf(response, now.topics.get(place.topic)?.id, place);
        for (const message of messages) {
          try {
            await handle(message());
          } catch (error) {
            log.warn({ err: error }, 'bus: message not handled by its watcher');
            await onGap();
          }
        }
        place.next = next;
      }
    }

    const byLeader = Map.groupBy(places, (at) => leaderOf(metadata, at));
    try {
      await Promise.all([...byLeader].map(([node, mine]) => follow(node, mine)));
    } finally {
      stop.abort();
    }
  }

  async function open() {
    const consumer = new Consumer({
      ...connection.base,
      // Clients of this library must name one; nothing joins it, so no broker hears of it.
      groupId: `${name}-watch`,
      requestTimeout: connection.base.timeout,
      retries: 0,
    });
    consumer.on('error', () => {});
    const end = () => consumer.close(true).catch(() => {});
    closing.signal.addEventListener('abort', end, { once: true });
    try {
      consumer.topics.trackAll(...topics);
      await read(consumer);
    } finally {
      closing.signal.removeEventListener('abort', end);
      await end();
    }
  }

  try {
    for (const topic of topics) await connection.ensureTopic(topic);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const running = (async () => {
    while (!closing.signal.aborted) {
      try {
        await open();
      } catch (error) {
        if (closing.signal.aborted) break;
        log.warn({ err: error }, 'bus: not watched');
        await pause(RETRY_MS, closing.signal);
      }
    }
  })();
  await started.promise;
  return {
    async close() {
      closing.abort();
      await running;
      await connection.close();
    },
  };
}

const leaderOf = ({ topics }: ClusterMetadata, { topic, partition }: Place): number =>
  topics.get(topic)?.partitions[partition]?.leader ?? -1;

/** Tells whether there are other partitions, led by other brokers, or topics made anew. */
const layoutOf = (metadata: ClusterMetadata, topics: readonly string[]): string =>
  JSON.stringify(
    topics.map((topic) => {
      const found = metadata.topics.get(topic);
      return [found?.id, found?.partitions.map(({ leader }) => leader)];
    }),
  );

const ask = (metadata: ClusterMetadata, places: readonly Place[]) =>
  [...Map.groupBy(places, ({ topic }) => topic)].map(([topic, some]) => ({
    topicId: metadata.topics.get(topic)?.id ?? '',
    partitions: some.map(({ partition, next }) => ({
      partition,
      fetchOffset: next,
      currentLeaderEpoch: -1,
      lastFetchedEpoch: -1,
      partitionMaxBytes: MAX_BYTES,
    })),
  }));

function oneAfterTheOther(): (task: () => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => {});
    return done;
  };
}
