import { Admin } from '@platformatic/kafka';
import { watchBus } from '@souk/platform/bus/watch';
import { createLogger } from '@souk/platform/log';
import { expect, test } from 'vitest';
import type { Broker } from './broker.ts';
import { until, withStage } from './stage.ts';
import { TIMING } from './timing.ts';

const log = createLogger({ name: 'test', level: 'silent' });

/** What watching on Kafka must be besides. */
export function kafkaWatching(broker: () => Broker, withinMs: number) {
  test('a watcher is no consumer group, and sees partitions that are added', () =>
    withStage(broker().url, async ({ bus, topic, messages }) => {
      const admin = new Admin({
        clientId: 'test',
        bootstrapBrokers: [broker().url.replace('kafka://', '')],
      });
      const seen = new Set<string>();
      let gaps = 0;
      const watcher = await watchBus(broker().url, {
        ...{ name: 'watcher', log, topics: [topic], partitions: TIMING.partitions },
        handle: async ({ id }) => void seen.add(id),
        onGap: async () => {
          gaps += 1;
        },
      });
      const told = messages(20, 8);
      await bus.publish(told);
      await until(() => seen.size === 20, withinMs);
      const groups = await admin.listGroups();
      expect([...groups.keys()].filter((id) => id.includes('watch'))).toEqual([]);

      const assignments = Array.from({ length: 8 - TIMING.partitions }, () => ({ brokerIds: [1] }));
      await admin.createPartitions({ topics: [{ name: topic, count: 8, assignments }] });
      await until(() => gaps > 1, withinMs);
      const later = messages(64, 64, 20);
      await bus.publish(later);
      await until(() => later.every(({ id }) => seen.has(id)), withinMs);
      await Promise.all([watcher.close(), admin.close()]);
    }));
}
