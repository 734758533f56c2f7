import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import { endpointsOf } from './instances.ts';
import { pools } from './pools.ts';
import { type Deadlines, type SubgraphTransport, subgraphTransport } from './subgraph-transport.ts';

/** The transports of all subgraphs; they outlive generations, with their connections. */
export type Transports = {
  of: (subgraph: { name: string; url: string }) => SubgraphTransport;
  close: () => Promise<void>;
};

export function transports(options: {
  discovery: Discovery | null;
  deadlines: Deadlines;
  connections: number;
  maxResponseBytes: number;
  log: Logger;
}): Transports {
  const { discovery, deadlines, log } = options;
  const connections = pools(options);
  const known = new Map<string, SubgraphTransport>();
  return {
    of: (subgraph) => {
      const key = `${subgraph.name} ${subgraph.url}`;
      let transport = known.get(key);
      if (transport === undefined) {
        const endpoints = endpointsOf(subgraph, discovery);
        transport = subgraphTransport(subgraph.name, endpoints, connections, deadlines, log);
        known.set(key, transport);
      }
      return transport;
    },
    close: connections.close,
  };
}
