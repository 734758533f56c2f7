import type { Closable, WatchOptions } from './interface.ts';
import { busKind } from './protocol.ts';

/**
 * Sees every message that is published on topics from now on, in every process that watches. The
 * broker remembers nothing of a watcher: it holds nothing back for one that is gone, and what one
 * has missed is told as a gap. Waits until the bus answers; throws TypeError for another scheme than
 * `postgres://`, `amqp://` and `kafka://`.
 */
export async function watchBus(url: string, options: WatchOptions): Promise<Closable> {
  switch (busKind(url)) {
    case 'postgres':
      return (await import('./postgres-watch.ts')).watchPostgresBus(url, options);
    case 'rabbitmq':
      return (await import('./rabbitmq-watch.ts')).watchRabbitBus(url, options);
    case 'kafka':
      return (await import('./kafka-watch.ts')).watchKafkaBus(url, options);
  }
}
