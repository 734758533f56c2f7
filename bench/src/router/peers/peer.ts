import type { Ports } from '../graph/subgraphs.ts';

/** What a peer is started with. */
export type Around = {
  readonly supergraphFile: string;
  /** Where the canned subgraphs are, for those that are not told by the supergraph; else null. */
  readonly ports: Ports | null;
  /** Keys that sign access tokens, where there are any. */
  readonly jwksUrl?: string;
  /** Where it is to listen, on the loopback. */
  readonly port: number;
  /** A folder of its own, empty. */
  readonly folder: string;
};

export type Command = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
};

/** A server that answers the same operations over the same subgraphs. */
export type Peer = {
  /** As `--only` has it. */
  readonly key: string;
  readonly name: string;
  /** True where it keeps or shares answers: such are measured in a table of their own. */
  readonly caches: boolean;
  /** True where it comes with the package of peers, which is installed when it is needed. */
  readonly isForeign?: true;
  readonly start: (around: Around) => Command | Promise<Command>;
};

/** Throws where a peer is started over other subgraphs than the canned ones. */
export function cannedPorts({ ports }: Around): Ports {
  if (ports === null) throw new Error('only over the canned subgraphs');
  return ports;
}

/**
 * Flags of every server that is a Node process: young objects get 128 MB, because the default of 16 MB
 * makes what a request costs depend on when it meets the collector.
 */
export const NODE_FLAGS = ['--min-semi-space-size=32', '--max-semi-space-size=128'];

export const PRODUCTION = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
