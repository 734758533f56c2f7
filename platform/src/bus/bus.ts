import type { Bus, BusOptions } from './interface.ts';
import { busKind } from './protocol.ts';

export type { Bus, BusOptions, Closable, DeadLetter, Message, Subscription } from './interface.ts';
export { ONLY_GROUP } from './interface.ts';

/**
 * The bus at `postgres://`, `amqp://` (RabbitMQ) or `kafka://`. Waits until it answers; throws
 * TypeError for another scheme. See docs/adr/0012.
 */
export async function openBus(url: string, options: BusOptions): Promise<Bus> {
  switch (busKind(url)) {
    case 'postgres':
      return (await import('./postgres.ts')).openPostgresBus(url, options);
    case 'rabbitmq':
      return (await import('./rabbitmq.ts')).openRabbitBus(url, options);
    case 'kafka':
      return (await import('./kafka.ts')).openKafkaBus(url, options);
  }
}
