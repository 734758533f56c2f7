import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import { type Bus, type Closable, type Message, openBus } from './bus/bus.ts';
import { pause } from './bus/delivery.ts';
import { keepDeadLetters } from './consumer.ts';
import { pruneReplies } from './idempotency.ts';
import { pruneInbox } from './inbox.ts';
import type { Logger } from './log.ts';
import type { Transaction } from './outbox.ts';
import { startRelay } from './relay.ts';
import { repeat } from './repeat.ts';

const RECONNECT_MS = 1_000;
/** Who still waits for the broker is not waited for any longer than this. */
const LEAVE_MS = 1_000;
const PRUNE_INTERVAL_MS = 3_600_000;
/** Longer than a message may wait on a bus, in an outbox or among the dead letters. */
const INBOX_DAYS = 90;
const REPLY_DAYS = 30;

export type MessagingOptions = {
  /** The service: its group, and the topic that its outbox fills. */
  service: string;
  /** This process, as the broker lists it. */
  instance: string;
  busUrl: string;
  /** The service's own database, with the tables of outbox, inbox and dead letters. */
  databaseUrl: string;
  db: Transaction;
  /** Groups that read this service's topic. */
  readers: readonly string[];
  /** Topics that this service reads. */
  topics: readonly string[];
  handle: (message: Message) => Promise<void>;
  /** Whether the service keeps idempotent replies, of which old ones are to be forgotten. */
  keepsReplies: boolean;
  log: Logger;
  registry?: Registry;
  /** Replaces the relay; only a test of what breaks without it does. */
  relay?: typeof startRelay;
};

/**
 * Puts a service on the bus: publishes its outbox, and handles what it reads. Returns at once; while
 * the broker is away the service works on, and its outbox waits.
 */
export function startMessaging(options: MessagingOptions): Closable {
  const { log, db } = options;
  const closing = new AbortController();
  let joined: Closable | null = null;
  const joining = (async () => {
    while (!closing.signal.aborted && joined === null) {
      try {
        joined = await join(options);
        if (closing.signal.aborted) await joined.close();
      } catch (error) {
        log.warn({ err: error }, 'bus not joined');
        await pause(RECONNECT_MS, closing.signal);
      }
    }
  })();
  const pruning = repeat({
    intervalMs: PRUNE_INTERVAL_MS,
    log,
    what: 'forgetting old messages and replies',
    work: async () => {
      await pruneInbox(db, INBOX_DAYS);
      if (options.keepsReplies) await pruneReplies(db, REPLY_DAYS);
      return false;
    },
  });
  return {
    async close() {
      closing.abort();
      await pruning.close();
      if (joined === null)
        await Promise.race([joining, sleep(LEAVE_MS, undefined, { ref: false })]);
      else await joined.close();
    },
  };
}

async function join(options: MessagingOptions): Promise<Closable> {
  const { service, instance, busUrl, databaseUrl, db, readers, topics, handle, log } = options;
  const { registry, relay: start = startRelay } = options;
  const bus = await openBus(busUrl, { name: instance, log });
  try {
    for (const reader of readers) await bus.declare(reader, [service]);
    const member = await subscribe(bus, { group: service, topics, handle, db });
    const relay = start({ url: databaseUrl, bus, log, ...(registry && { registry }) });
    return {
      async close() {
        await member?.close();
        await relay.close();
        await bus.close();
      },
    };
  } catch (error) {
    await bus.close().catch(() => {});
    throw error;
  }
}

async function subscribe(
  bus: Bus,
  {
    group,
    topics,
    handle,
    db,
  }: Pick<MessagingOptions, 'topics' | 'handle' | 'db'> & { group: string },
): Promise<Closable | null> {
  if (topics.length === 0) return null;
  return bus.subscribe({ group, topics, handle, deadLetter: keepDeadLetters(db) });
}
