import type { Logger } from '../log.ts';
import type { RetryPolicy } from './retry.ts';

/** What travels. Messages of one topic and key are handled in the sequence in which they were published. */
export type Message = {
  /** Stays the same however often the message is delivered: what an inbox remembers. */
  id: string;
  topic: string;
  key: string;
  headers: Readonly<Record<string, string>>;
  /** JSON text. */
  body: string;
};

/** A message that a group could not handle, and gave up. */
export type DeadLetter = { group: string; message: Message; attempts: number; error: string };

export type Subscription = {
  /** Every member of a group gets a share of the messages; every group gets them all. */
  group: string;
  topics: readonly string[];
  /**
   * Must be done, durably, when it resolves. At least once: the same id can come again, also
   * after it resolved. A rejection is tried again, later messages of the same key waiting.
   */
  handle: (message: Message) => Promise<void>;
  /** Stores what could not be handled; while it rejects, the message is kept on the bus. */
  deadLetter: (letter: DeadLetter) => Promise<void>;
  /** How many keys are worked on at once in this process. */
  concurrency?: number;
};

export type Closable = { close: () => Promise<void> };

export type Bus = Closable & {
  /** Resolves when the broker has all of them durably. Throws when it may not have: publish again. */
  publish: (messages: readonly Message[]) => Promise<void>;
  /**
   * Gives a group its place on topics, without reading: it gets at least what is published after
   * that. `subscribe` does the same.
   */
  declare: (group: string, topics: readonly string[]) => Promise<void>;
  /** Resolves when the member is at work. Its `close` waits for the handlers under way. */
  subscribe: (subscription: Subscription) => Promise<Closable>;
};

export type BusOptions = {
  /** Names this process to the broker, in lists of its connections. */
  name: string;
  log: Logger;
  retry?: RetryPolicy;
  /** For topics that do not exist yet. More members of a group than this would be idle. */
  partitions?: number;
  /** How long a member that fell silent keeps its share, in milliseconds. */
  leaseMs?: number;
};

/** What a process wants to see of a bus that remembers nothing of it. */
export type Watch = {
  topics: readonly string[];
  /** Called for one message after the other. A rejection counts as a gap. */
  handle: (message: Message) => Promise<void>;
  /** Messages may have been missed; also called before the first, if it is not known what there was. */
  onGap: () => Promise<void>;
  /** As in `BusOptions`. */
  partitions?: number;
};

export type WatchOptions = Watch & {
  /** Names this process to the broker. */
  name: string;
  log: Logger;
};

/** A key that a redriven message carries: only this group shall handle it. */
export const ONLY_GROUP = 'souk-only-group';

export const DEFAULT_PARTITIONS = 8;
export const DEFAULT_CONCURRENCY = 16;
export const DEFAULT_LEASE_MS = 6_000;
