import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@souk/platform/identity';

/** What a request carries from its door to its fetches. */
export type RequestScope = {
  readonly viewer: Viewer | null;
  /** For subgraphs: identity, language, trace. One object per request, so that it can key a cache. */
  readonly headers: Readonly<Record<string, string>>;
  /** The client's own, by which it says who it is. */
  readonly clientHeaders?: IncomingHttpHeaders;
  /** When all fetches end, on the clock of performance.now(). */
  readonly deadlineAt: number;
  /** What the execution tells of its answer. */
  readonly answer?: {
    /** For how long it may be kept; null: not at all. */
    cacheControl: string | null;
  };
};
