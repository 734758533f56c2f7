import { randomUUID } from 'node:crypto';
import type { Connection } from 'rabbitmq-client';
import type { Logger } from '../log.ts';
import type { Closable } from './interface.ts';
import { membersOf } from './rabbitmq-names.ts';

type Call = { id: string; says: 'here' | 'gone' };

export type MembersOptions = {
  connection: Connection;
  group: string;
  leaseMs: number;
  log: Logger;
  /** This member's place, counted from 0, and how many there are. Told whenever it changes. */
  onPlace: (place: number, of: number) => void;
};

/**
 * The members of a group hear each other on a fan-out exchange. It only decides who reads which
 * queue; that two never read the same one is the broker's single active consumer.
 */
export async function joinGroup(options: MembersOptions): Promise<Closable> {
  const { connection, group, leaseMs, log, onPlace } = options;
  const exchange = membersOf(group);
  const id = randomUUID();
  const heardAt = new Map<string, number>();
  let told = '';

  await connection.exchangeDeclare({ exchange, type: 'fanout', durable: true });
  const publisher = connection.createPublisher();
  const say = (says: Call['says']) =>
    publisher
      .send({ exchange, routingKey: '' }, { id, says } satisfies Call)
      .catch((error) => log.warn({ err: error, group }, 'bus: members not told'));

  function review() {
    const now = performance.now();
    heardAt.set(id, now);
    for (const [other, at] of heardAt) if (now - at > leaseMs) heardAt.delete(other);
    const ids = [...heardAt.keys()].sort();
    if (told === ids.join()) return;
    told = ids.join();
    onPlace(ids.indexOf(id), ids.length);
  }

  const consumer = connection.createConsumer(
    {
      queue: `${exchange}.${id}`,
      queueOptions: { exclusive: true, autoDelete: true },
      queueBindings: [{ exchange, routingKey: '' }],
      noAck: true,
    },
    ({ body }) => {
      const call: Call = body;
      if (call.id === id) return;
      const isNew = !heardAt.has(call.id);
      if (call.says === 'gone') heardAt.delete(call.id);
      else heardAt.set(call.id, performance.now());
      if (isNew && call.says === 'here') void say('here');
      review();
    },
  );
  consumer.on('error', (error) => log.warn({ err: error, group }, 'bus: members not heard'));
  await new Promise<void>((resolve) => consumer.once('ready', resolve));
  await say('here');
  review();
  const timer = setInterval(() => {
    void say('here');
    review();
  }, leaseMs / 3);

  return {
    async close() {
      clearInterval(timer);
      await say('gone');
      await consumer.close();
      await publisher.close();
    },
  };
}
