import dns from 'node:dns/promises';
import type { DnsAddress } from './dns-address.ts';
import { type DnsResolver, type Found, lookUp } from './dns-lookup.ts';
import type { Instance } from './instance.ts';
import type { Logger } from './log.ts';

const MIN_MS = 1_000;

/** The instances of one service, as DNS tells of them. */
export type DnsInstances = { current: () => readonly Instance[]; close: () => void };

/**
 * Asks DNS now, then again when the answer's time is over, or after `intervalMs`. While DNS fails the
 * last good answer stays. The array is the same as long as nothing changes.
 */
export function dnsInstances(
  service: string,
  address: DnsAddress,
  log: Logger,
  { intervalMs = 5_000, resolver = dns as DnsResolver } = {},
): DnsInstances {
  let known: readonly Instance[] = [];
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  async function ask(): Promise<void> {
    let nextMs = intervalMs;
    try {
      const { found, ttlMs } = await lookUp(address, resolver);
      nextMs = Math.max(MIN_MS, Math.min(intervalMs, ttlMs));
      const next = instancesOf(service, found, address.rpcPort);
      if (JSON.stringify(next) !== JSON.stringify(known)) known = next;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      log.warn({ service, name: address.name, reason }, 'DNS does not answer');
    }
    if (!isClosed) timer = setTimeout(ask, nextMs).unref();
  }
  void ask();
  return {
    current: () => known,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

function instancesOf(
  service: string,
  found: readonly Found[],
  rpcPort: number | null,
): readonly Instance[] {
  return found
    .map(({ host, port }) => {
      const bare = host.includes(':') ? `[${host}]` : host;
      return {
        id: `${service}-${host}-${port}`,
        http: `http://${bare}:${port}`,
        ...(rpcPort !== null && { rpc: `http://${bare}:${rpcPort}` }),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
