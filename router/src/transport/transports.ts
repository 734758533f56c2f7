import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import type { Attempt } from './attempt.ts';
import { outgoingHeaders } from './outgoing-headers.ts';
import { subgraphStack } from './subgraph-stack.ts';
import type { SubgraphTransport } from './subgraph-transport.ts';
import { configOf, type TransportConfig } from './transport-config.ts';
import type { TransportMetrics } from './transport-metrics.ts';

/** The transports of all subgraphs; they outlive generations, with their connections. */
export type Transports = {
  of: (subgraph: { readonly name: string; readonly url: string }) => SubgraphTransport;
  close: () => Promise<void>;
};

export function transports(options: {
  discovery: Discovery | null;
  config: TransportConfig;
  metrics: TransportMetrics;
  /** Sees every try of a fetch; absent: nobody does. */
  aroundAttempt?: ((service: string, attempt: Attempt) => Attempt) | undefined;
  log: Logger;
}): Transports {
  const { discovery, config, metrics, log } = options;
  const around = options.aroundAttempt ?? ((_: string, attempt: Attempt) => attempt);
  const byObject = new WeakMap<object, SubgraphTransport>();
  const byName = new Map<string, ReturnType<typeof subgraphStack>>();
  // Most subgraphs get the same headers: rendered once for all of them.
  const common = outgoingHeaders({ ...plain, irrelevant: config.irrelevantHeaders });

  function open(subgraph: { readonly name: string; readonly url: string }): SubgraphTransport {
    const key = `${subgraph.name} ${subgraph.url}`;
    let known = byName.get(key);
    if (known === undefined) {
      const own = configOf(config, subgraph.name);
      const { insertHeaders: insert, withholdHeaders: withhold } = own;
      const isCommon = withhold.length === 0 && Object.keys(insert).length === 0;
      known = subgraphStack(subgraph, own, {
        discovery,
        outgoing: isCommon
          ? common
          : outgoingHeaders({ insert, withhold, irrelevant: config.irrelevantHeaders }),
        events: metrics(subgraph.name),
        around,
        log,
      });
      byName.set(key, known);
    }
    return known.send;
  }

  return {
    of: (subgraph) => {
      let transport = byObject.get(subgraph);
      if (transport === undefined) {
        transport = open(subgraph);
        byObject.set(subgraph, transport);
      }
      return transport;
    },
    close: async () => {
      for (const { close } of byName.values()) close();
    },
  };
}

const plain = { insert: {}, withhold: [] } as const;
