import { lookup as systemLookup } from 'node:dns/promises';
import type { DnsAddress } from './dns-address.ts';

/** What is asked: node:dns/promises, or a Resolver of it. */
export type DnsResolver = {
  resolve4: (name: string, options: { ttl: true }) => Promise<{ address: string; ttl: number }[]>;
  resolve6: (name: string, options: { ttl: true }) => Promise<{ address: string; ttl: number }[]>;
  resolveSrv: (name: string) => Promise<{ name: string; port: number; priority: number }[]>;
};

export type Found = { readonly host: string; readonly port: number };

type Addresses = { readonly hosts: readonly string[]; readonly ttlMs: number };

/**
 * Asks DNS once. Of SRV records only those of the first priority count; weights do not. `ttlMs` is the
 * shortest of the addresses', Infinity where it is not known. Throws what DNS fails with.
 */
export async function lookUp(
  { kind, name, port }: DnsAddress,
  resolver: DnsResolver,
): Promise<{ readonly found: readonly Found[]; readonly ttlMs: number }> {
  if (kind === 'a') {
    const { hosts, ttlMs } = await addressesOf(name, resolver);
    return { found: hosts.map((host) => ({ host, port: port ?? 80 })), ttlMs };
  }
  const records = await resolver.resolveSrv(name);
  const first = Math.min(...records.map(({ priority }) => priority));
  const targets = await Promise.all(
    records
      .filter(({ priority }) => priority === first)
      .map(async (record) => ({ record, ...(await addressesOf(record.name, resolver)) })),
  );
  return {
    found: targets.flatMap(({ record, hosts }) =>
      hosts.map((host) => ({ host, port: record.port })),
    ),
    ttlMs: Math.min(...targets.map(({ ttlMs }) => ttlMs)),
  };
}

async function addressesOf(name: string, resolver: DnsResolver): Promise<Addresses> {
  // One family only: a host that has both is one instance.
  for (const ask of [resolver.resolve4, resolver.resolve6]) {
    try {
      const records = await ask.call(resolver, name, { ttl: true });
      if (records.length === 0) continue;
      return {
        hosts: records.map(({ address }) => address),
        ttlMs: Math.min(...records.map(({ ttl }) => ttl * 1_000)),
      };
    } catch (error) {
      if (!isUnknown(error as NodeJS.ErrnoException)) throw error;
    }
  }
  // Search domains and the hosts file are known to the system's resolver only.
  const all = await systemLookup(name, { all: true });
  return { hosts: all.map(({ address }) => address), ttlMs: Number.POSITIVE_INFINITY };
}

const isUnknown = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'ENOTFOUND' || code === 'ENODATA';
