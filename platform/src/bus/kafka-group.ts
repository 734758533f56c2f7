import {
  Consumer,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
  type Message as Record,
  stringDeserializers,
} from '@platformatic/kafka';
import { type Delivery, deliver, pause } from './delivery.ts';
import { type Closable, DEFAULT_CONCURRENCY, type Subscription } from './interface.ts';
import type { KafkaBase } from './kafka-connect.ts';
import { fromRecord } from './kafka-record.ts';
import { openLanes } from './lanes.ts';
import { openProgress, type Progress } from './progress.ts';

/** How many messages are in hand before reading stops for a while. */
const WINDOW = 1_000;
const COMMIT_MS = 200;
const RETRY_MS = 300;

type Texts = Record<string, string, string, string>;
type Member = Consumer<string, string, string, string>;

export type GroupOptions = Omit<Delivery, 'signal' | keyof Subscription> & {
  base: KafkaBase;
  leaseMs: number;
};

/**
 * One member of a consumer group. Whenever partitions are dealt out anew, or anything fails, what
 * is under way is finished and committed, and reading begins again at the committed offsets.
 */
export async function joinKafkaGroup(
  subscription: Subscription,
  options: GroupOptions,
): Promise<Closable> {
  const { group, topics, handle, deadLetter } = subscription;
  const { base, leaseMs, retry, log } = options;
  const lanes = openLanes(subscription.concurrency ?? DEFAULT_CONCURRENCY);
  const closing = new AbortController();
  const started = Promise.withResolvers<void>();

  /** Reads until the partitions are dealt out anew. Rejects when the member is of no more use. */
  async function read(consumer: Member) {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const progress = new Map<string, Progress<bigint>>();
    const dirty = new Set<string>();
    let inHand = 0;
    const stream = await consumer.consume({
      topics: [...topics],
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
      autocommit: false,
      maxWaitTime: 200,
      sessionTimeout: leaseMs,
      heartbeatInterval: leaseMs / 4,
      rebalanceTimeout: leaseMs,
    });
    const rejoined = () => stop.abort();
    consumer.on('consumer:group:rebalance', rejoined);
    consumer.on('consumer:group:join', rejoined);
    signal.addEventListener('abort', () => void stream.close().catch(() => {}), { once: true });
    started.resolve();

    async function commit() {
      const names = [...dirty];
      dirty.clear();
      const offsets = names.flatMap((name) => {
        const [topic = '', partition] = name.split('/');
        const reached = progress.get(name)?.reached() ?? null;
        if (reached === null) return [];
        return [{ topic, partition: Number(partition), offset: reached + 1n, leaderEpoch: -1 }];
      });
      if (offsets.length === 0) return;
      await consumer.commit({ offsets }).catch((error) => {
        for (const name of names) dirty.add(name);
        log.warn({ err: error, group }, 'bus: offsets not committed');
      });
    }

    function take(record: Texts) {
      const { topic, partition, offset, key } = record;
      const name = `${topic}/${partition}`;
      const known = progress.get(name) ?? openProgress<bigint>();
      progress.set(name, known);
      known.take(offset);
      inHand += 1;
      const message = fromRecord(record);
      lanes.add(`${topic}/${key}`, async () => {
        const isDone = await deliver(message, { group, handle, deadLetter, retry, log, signal });
        inHand -= 1;
        if (isDone && known.finish(offset)) dirty.add(name);
      });
    }

    const timer = setInterval(commit, COMMIT_MS);
    try {
      for await (const record of stream) {
        take(record);
        while (inHand >= WINDOW && !signal.aborted) await pause(5, signal);
        if (signal.aborted) break;
      }
    } finally {
      stop.abort();
      clearInterval(timer);
      consumer.off('consumer:group:rebalance', rejoined);
      consumer.off('consumer:group:join', rejoined);
      await lanes.idle();
      await commit();
      await stream.close().catch(() => {});
    }
  }

  async function join() {
    const consumer: Member = new Consumer({
      ...base,
      groupId: group,
      deserializers: stringDeserializers,
      retries: 3,
      retryDelay: RETRY_MS,
    });
    const lost = new Promise<never>((_, reject) => consumer.on('error', reject));
    lost.catch(() => {});
    try {
      while (!closing.signal.aborted) await Promise.race([read(consumer), lost]);
    } finally {
      await consumer.close(true).catch((error) => log.warn({ err: error, group }, 'bus: left'));
    }
  }

  const running = (async () => {
    while (!closing.signal.aborted) {
      await join().catch((error) => log.warn({ err: error, group }, 'bus: group not read'));
      await pause(RETRY_MS, closing.signal);
    }
    started.resolve();
  })();
  await started.promise;
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
