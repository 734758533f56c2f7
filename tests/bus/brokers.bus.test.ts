import { afterAll, beforeAll, describe } from 'vitest';
import type { Broker } from './broker.ts';
import { kafkaMissing, startKafka } from './brokers/kafka.ts';
import { rabbitMissing, startRabbit } from './brokers/rabbitmq.ts';
import { conformance } from './conformance.ts';
import { kafkaWatching } from './kafka-watching.ts';
import { watching } from './watching.ts';

const brokers = [
  { name: 'RabbitMQ', missing: rabbitMissing(), start: startRabbit },
  { name: 'Kafka', missing: kafkaMissing(), start: startKafka },
];

for (const { name, missing, start } of brokers) {
  if (missing !== null && process.env.BROKERS === 'required') throw new Error(missing);
  if (missing !== null) console.warn(`SKIPPED: the bus on ${name} is not tested: ${missing}`);
  describe.skipIf(missing !== null)(`the bus on ${name}`, () => {
    let broker: Broker;
    beforeAll(async () => {
      broker = await start();
    });
    afterAll(() => broker?.stop());
    conformance(() => broker, 45_000);
    watching(() => broker, 45_000);
    if (name === 'Kafka') kafkaWatching(() => broker, 45_000);
  });
}
