import { openBus } from '@souk/platform/bus/bus';
import type { Message } from '@souk/platform/bus/interface';
import { createLogger } from '@souk/platform/log';
import { SEQUENCE } from '@souk/platform/relay';
import type { Random } from '@souk/stack/seed/random';
import type { HeardMessage } from './facts.ts';

export type Listener = {
  /** Everything that came, in the sequence in which it came, repetitions too. */
  heard: readonly HeardMessage[];
  has: (messageId: string) => boolean;
  /** Publishes messages that have been heard once more, as they were. */
  redeliver: (random: Random, count: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Messages that can be sent again. */
const REMEMBERED = 400;

/** A group of the run's own that hears every message of these topics. */
export async function listen(busUrl: string, topics: readonly string[]): Promise<Listener> {
  const log = createLogger({ name: 'chaos', level: 'silent', instance: 'chaos' });
  const bus = await openBus(busUrl, { name: 'chaos-listener', log });
  const heard: HeardMessage[] = [];
  const ids = new Set<string>();
  const recent: Message[] = [];
  const member = await bus.subscribe({
    group: 'chaos-listener',
    topics,
    handle: async (message) => {
      const { id, topic, key, headers } = message;
      heard.push({
        ...{ id, topic, key, type: headers.type ?? '' },
        sequence: Number(headers[SEQUENCE] ?? Number.NaN),
      });
      ids.add(id);
      recent.push(message);
      if (recent.length > REMEMBERED) recent.shift();
    },
    deadLetter: async () => {},
  });
  return {
    heard,
    has: (id) => ids.has(id),
    redeliver: (random, count) => bus.publish(random.sample(recent, count)),
    close: async () => {
      await member.close();
      await bus.close();
    },
  };
}
