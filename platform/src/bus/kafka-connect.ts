import { Admin } from '@platformatic/kafka';
import { DEFAULT_PARTITIONS } from './interface.ts';

/** What each client of one Kafka is opened with. */
export type KafkaBase = { clientId: string; bootstrapBrokers: string[]; timeout: number };

export type KafkaTopics = {
  base: KafkaBase;
  /** Makes a topic where there is none, with as many replicas as the broker's own default. */
  ensureTopic: (topic: string) => Promise<void>;
  close: () => Promise<void>;
};

/** Waits some seconds until a broker of `kafka://host:port,host:port` answers, else throws. */
export async function connectKafka(
  url: string,
  clientId: string,
  partitions = DEFAULT_PARTITIONS,
): Promise<KafkaTopics> {
  const bootstrapBrokers = url
    .replace(/^kafka:\/\//, '')
    .replace(/\/.*$/, '')
    .split(',');
  const base = { clientId, bootstrapBrokers, timeout: 5_000 };
  const admin = new Admin({ ...base, retries: 20, retryDelay: 300 });
  const known = new Map<string, Promise<void>>();
  const close = () => admin.close().catch(() => {});

  async function createTopic(topic: string) {
    const names = await admin.listTopics();
    if (names.includes(topic)) return;
    try {
      await admin.createTopics({ topics: [topic], partitions, replicas: -1 });
    } catch (error) {
      if (!(await admin.listTopics()).includes(topic)) throw error;
    }
  }

  try {
    await admin.metadata({ topics: [] });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    base,
    ensureTopic(topic) {
      const made = known.get(topic) ?? createTopic(topic);
      known.set(topic, made);
      made.catch(() => known.delete(topic));
      return made;
    },
    close,
  };
}
