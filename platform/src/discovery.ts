import { readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type DnsAddress, parseDnsAddress } from './dns-address.ts';
import { type DnsInstances, dnsInstances } from './dns-discovery.ts';
import { Instance } from './instance.ts';
import type { Logger } from './log.ts';

const InDns = z.string().transform((text, context): DnsAddress => {
  const address = parseDnsAddress(text);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: 'neither dns://name:port nor srv://name' });
  return z.NEVER;
});
const Services = z.record(z.string(), z.union([z.array(Instance), InDns]));

/** Where the instances of a service are at the moment; none while nobody is up. */
export type Discovery = {
  /** The same array as long as nothing changes. */
  instances: (service: string) => readonly Instance[];
  close: () => void;
};

const NONE: readonly Instance[] = [];

/**
 * Discovery by a watched file: `{ "<service>": [{ id, http, rpc? }] }`, or where DNS knows them,
 * `{ "<service>": "dns://name:port" }` or `"srv://_http._tcp.name"`, both with `?rpc=port`. A file that
 * cannot be read or parsed, and DNS that does not answer, leave the last good answer in place.
 */
export function watchDiscovery(
  file: string,
  log: Logger,
  dns: Parameters<typeof dnsInstances>[3] = {},
): Discovery {
  let known: Readonly<Record<string, readonly Instance[]>> = {};
  let inDns = new Map<string, { key: string; found: DnsInstances }>();

  function update(services: z.output<typeof Services>): void {
    const before = inDns;
    inDns = new Map();
    const listed: Record<string, readonly Instance[]> = {};
    for (const [service, where] of Object.entries(services)) {
      if (Array.isArray(where)) {
        listed[service] = where;
        continue;
      }
      const key = JSON.stringify(where);
      const same = before.get(service);
      if (same?.key === key) {
        inDns.set(service, same);
        before.delete(service);
      } else inDns.set(service, { key, found: dnsInstances(service, where, log, dns) });
    }
    for (const { found } of before.values()) found.close();
    known = listed;
  }

  const read = () => {
    try {
      update(Services.parse(JSON.parse(readFileSync(file, 'utf8'))));
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
    instances: (service) => known[service] ?? inDns.get(service)?.found.current() ?? NONE,
    close: () => {
      watcher.close();
      for (const { found } of inDns.values()) found.close();
    },
  };
}
