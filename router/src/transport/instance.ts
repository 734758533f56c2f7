import type { Client, OpenClient } from './client-contract.ts';
import { type Ejection, type EjectionOptions, ejection } from './ejection.ts';
import { type Latency, latency } from './latency.ts';

/** One instance of a subgraph, with its connections and what is known of it. */
export type Instance = {
  readonly url: URL;
  /** The request target. */
  readonly path: string;
  readonly client: Client;
  readonly latency: Latency;
  readonly ejection: Ejection;
  /** Fetches under way. */
  outstanding: number;
  /** Discovery does not know it any more: it ends with its last fetch. */
  isRetired: boolean;
};

export type OpenInstance = (url: URL) => Instance;

export const openInstance =
  (options: {
    openClient: OpenClient;
    ejection: EjectionOptions;
    now: () => number;
    onStanding: (url: URL, standing: 'in' | 'out') => void;
  }): OpenInstance =>
  (url) => ({
    url,
    path: url.pathname + url.search,
    client: options.openClient(url.origin),
    latency: latency(options.now),
    ejection: ejection(options.ejection, options.now, (standing) =>
      options.onStanding(url, standing),
    ),
    outstanding: 0,
    isRetired: false,
  });

export function retire(instance: Instance): void {
  instance.isRetired = true;
  if (instance.outstanding === 0) instance.client.close();
}

/** A fetch to it has ended. */
export function release(instance: Instance): void {
  instance.outstanding -= 1;
  if (instance.isRetired && instance.outstanding === 0) instance.client.close();
}
