import { readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Logger } from './log.ts';

const Instance = z.object({ id: z.string(), http: z.url(), rpc: z.url().optional() });
const Instances = z.record(z.string(), z.array(Instance));

export type Instance = z.output<typeof Instance>;

/** Where the instances of a service are at the moment; none while nobody is up. */
export type Discovery = {
  instances: (service: string) => readonly Instance[];
  close: () => void;
};

const NONE: readonly Instance[] = [];

/**
 * Discovery by a watched file: `{ "<service>": [{ id, http, rpc? }] }`. A file that cannot be read
 * or parsed leaves the last good answer in place.
 */
export function watchDiscovery(file: string, log: Logger): Discovery {
  let known: Record<string, Instance[]> = {};
  const read = () => {
    try {
      known = Instances.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      log.warn({ err: error, file }, 'discovery file cannot be read');
    }
  };
  read();
  // The folder is watched, because a file that is replaced by another is not the one watched before.
  const watcher = watch(path.dirname(file), { persistent: false }, (_, changed) => {
    if (changed === null || changed === path.basename(file)) read();
  });
  watcher.on('error', (error) => log.warn({ err: error, file }, 'discovery is not watched'));
  return {
    instances: (service) => known[service] ?? NONE,
    close: () => watcher.close(),
  };
}
