import { readFileSync, unwatchFile, watchFile } from 'node:fs';
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
const POLL_MS = 200;

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
  watchFile(file, { interval: POLL_MS, persistent: false }, read);
  return {
    instances: (service) => known[service] ?? NONE,
    close: () => unwatchFile(file, read),
  };
}
