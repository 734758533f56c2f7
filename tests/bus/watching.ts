import { watchBus } from '@souk/platform/bus/watch';
import { createLogger } from '@souk/platform/log';
import { expect, test } from 'vitest';
import type { Broker } from './broker.ts';
import { openTestBus, until, withStage } from './stage.ts';
import { TIMING } from './timing.ts';

const log = createLogger({ name: 'test', level: 'silent' });

/** What watching must be on every transport that can be watched. */
export function watching(broker: () => Broker, withinMs: number) {
  async function watcher(topic: string) {
    const seen: string[] = [];
    let gaps = 0;
    const { close } = await watchBus(broker().url, {
      ...{ name: 'watcher', log, topics: [topic], partitions: TIMING.partitions },
      handle: async ({ id }) => void seen.push(id),
      onGap: async () => {
        gaps += 1;
      },
    });
    return { seen, gaps: () => gaps, close };
  }

  test('every watcher sees every message from when it came, and holds nothing back', () =>
    withStage(broker().url, async ({ bus, topic, messages, member }) => {
      const group = await member(`${topic}-a`);
      await bus.publish(messages(5, 2));
      await until(() => group.seen.length >= 5, withinMs);
      const [a, b] = [await watcher(topic), await watcher(topic)];
      const gaps = [a.gaps(), b.gaps()];
      const told = messages(40, 6);
      await bus.publish(told);
      const all = told.map(({ id }) => id).sort();
      await until(() => a.seen.length >= 40 && b.seen.length >= 40, withinMs);
      expect([a.seen.toSorted(), b.seen.toSorted()]).toEqual([all, all]);
      expect([a.gaps(), b.gaps()]).toEqual(gaps);
      await Promise.all([a.close(), b.close()]);
    }));

  test('whatever the bus suffers, a message is seen, or a gap is told after it', () =>
    withStage(broker().url, async ({ topic, messages }) => {
      const a = await watcher(topic);
      await until(() => a.gaps() > 0, withinMs);
      const before = a.gaps();
      await broker().restart();
      const bus = await openTestBus(broker().url);
      const told = messages(20, 4);
      await bus.publish(told);
      const isSeen = () => told.every(({ id }) => a.seen.includes(id));
      await until(() => isSeen() || a.gaps() > before, withinMs);
      // And it goes on after that.
      const later = messages(1, 1, 20);
      await until(() => a.seen.length > 0 || a.gaps() > before, withinMs);
      await bus.publish(later);
      await until(() => later.every(({ id }) => a.seen.includes(id)), withinMs);
      await bus.close();
      await a.close();
    }));
}
