import type { Polled } from './supergraph-url.ts';

/** Something that is asked for the supergraph time and again. */
export type SupergraphSource = {
  /** Throws an Error that says why there is none, without addresses or secrets. */
  readonly ask: (signal: AbortSignal) => Promise<Polled>;
  /** Calls when it is worth asking before the next poll; absent where the source cannot tell. */
  readonly onNews?: (news: () => void) => { close: () => void };
  readonly close: () => Promise<void>;
};
