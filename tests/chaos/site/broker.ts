import type { Broker as Restartable } from '../../bus/broker.ts';
import { kafkaMissing, startKafka } from '../../bus/brokers/kafka.ts';
import { rabbitMissing, startRabbit } from '../../bus/brokers/rabbitmq.ts';

export type Broker = Pick<Restartable, 'url' | 'stop'> & {
  /** Null for one that is not ours to break. */
  restart: Restartable['restart'] | null;
};

const OURS = {
  rabbitmq: { missing: rabbitMissing, start: startRabbit },
  kafka: { missing: kafkaMissing, start: startKafka },
} as const;

const isOurs = (bus: string): bus is keyof typeof OURS => Object.hasOwn(OURS, bus);

/** The broker at a URL, or a new one of that name; null for the stack's own bus. */
export async function startBroker(bus: string | null): Promise<Broker | null> {
  if (bus === null) return null;
  if (!isOurs(bus)) return { url: bus, restart: null, stop: async () => {} };
  const missing = OURS[bus].missing();
  if (missing !== null) throw new Error(missing);
  return OURS[bus].start();
}
