import type { Bus, BusOptions } from './interface.ts';

export type { Bus, BusOptions, Closable, DeadLetter, Message, Subscription } from './interface.ts';
export { ONLY_GROUP } from './interface.ts';

/**
 * The bus at `postgres://`, `amqp://` (RabbitMQ) or `kafka://`. Waits until it answers; throws
 * TypeError for another scheme. See docs/adr/0012.
 */
export async function openBus(url: string, options: BusOptions): Promise<Bus> {
  const { protocol } = new URL(url);
  if (protocol === 'postgres:' || protocol === 'postgresql:') {
    return (await import('./postgres.ts')).openPostgresBus(url, options);
  }
  if (protocol === 'amqp:' || protocol === 'amqps:') {
    return (await import('./rabbitmq.ts')).openRabbitBus(url, options);
  }
  if (protocol === 'kafka:') {
    return (await import('./kafka.ts')).openKafkaBus(url, options);
  }
  throw new TypeError(`No bus speaks ${protocol}// (postgres://, amqp:// and kafka:// do)`);
}
