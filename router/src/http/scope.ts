import type { Viewer } from '@souk/platform/identity';

/** What a request carries from its door to its fetches. */
export type RequestScope = {
  readonly viewer: Viewer | null;
  /** For subgraphs: identity, language, trace. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ends all fetches at the request's deadline. */
  readonly deadline: AbortSignal;
};
