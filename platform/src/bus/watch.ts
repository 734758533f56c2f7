import type { Closable, WatchOptions } from './interface.ts';

/**
 * Sees every message that is published on topics from now on, in every process that watches. The
 * broker remembers nothing of a watcher: it holds nothing back for one that is gone, and what one
 * has missed is told as a gap. Waits until the bus answers; throws TypeError for another scheme than
 * `postgres://` and `amqp://`.
 */
export async function watchBus(url: string, options: WatchOptions): Promise<Closable> {
  const { protocol } = new URL(url);
  if (protocol === 'postgres:' || protocol === 'postgresql:') {
    return (await import('./postgres-watch.ts')).watchPostgresBus(url, options);
  }
  if (protocol === 'amqp:' || protocol === 'amqps:') {
    return (await import('./rabbitmq-watch.ts')).watchRabbitBus(url, options);
  }
  throw new TypeError(`No bus at ${protocol}// can be watched (postgres:// and amqp:// can)`);
}
