import type { Discovery } from '@souk/platform/discovery';

/** Addresses of one subgraph's GraphQL endpoint, the one to try first in front. Never empty. */
export type NextEndpoints = () => readonly URL[];

const COOLDOWN_MS = 1_000;

export type Endpoints = {
  next: NextEndpoints;
  /** An instance that could not be reached goes to the back of the queue for a second. */
  unreachable: (endpoint: URL) => void;
};

/**
 * Round robin over the instances that discovery knows, else the supergraph's own address. An
 * instance's address without a path takes the path of the supergraph's.
 */
export function endpointsOf(
  subgraph: { name: string; url: string },
  discovery: Discovery | null,
  now: () => number = Date.now,
): Endpoints {
  const own = subgraph.url === '' ? null : new URL(subgraph.url);
  const path = own === null || own.pathname === '/' ? '/graphql' : own.pathname;
  const downUntil = new Map<string, number>();
  let turn = 0;

  const known = (): URL[] => {
    const instances = discovery?.instances(subgraph.name) ?? [];
    if (instances.length === 0) return own === null ? [] : [own];
    return instances.map(({ http }) => {
      const url = new URL(http);
      if (url.pathname === '/') url.pathname = path;
      return url;
    });
  };
  return {
    next: () => {
      const all = known();
      if (all.length < 2) return all;
      turn = (turn + 1) % all.length;
      const rotated = [...all.slice(turn), ...all.slice(0, turn)];
      const at = now();
      const isDown = ({ origin }: URL) => (downUntil.get(origin) ?? 0) > at;
      return [...rotated.filter((url) => !isDown(url)), ...rotated.filter(isDown)];
    },
    unreachable: ({ origin }) => {
      downUntil.set(origin, now() + COOLDOWN_MS);
    },
  };
}
