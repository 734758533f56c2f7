/** An answer of a subgraph that is kept. Times are milliseconds since 1970. */
export type Entry = {
  /** JSON. */
  readonly text: string;
  readonly expiresAt: number;
  readonly clientExpiresAt: number;
};

export type TaggedEntry = Entry & {
  readonly key: string;
  /** What is in it: it is dropped by any of these. */
  readonly tags: readonly string[];
};

/** Where entries are kept. Failures are misses: nothing here throws or rejects. */
export type CacheStore = {
  /** One per key, in order; expired ones are left out. */
  get: (keys: readonly string[]) => Found | Promise<Found>;
  set: (entries: readonly TaggedEntry[]) => void;
  /** Resolves to how many were dropped, where that is known. */
  drop: (tags: readonly string[]) => number | Promise<number>;
  clear: () => number | Promise<number>;
  close: () => Promise<void>;
};

export type Found = readonly (Entry | undefined)[];
