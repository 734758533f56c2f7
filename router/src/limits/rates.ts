import { LRUCache } from 'lru-cache';

/** How often an identity may ask: a bucket of `burst` tokens that fills at `perSecond`. */
export type RateLimit = { readonly perSecond: number; readonly burst: number };

export type Rates = {
  /**
   * Takes tokens from an identity's bucket. Answers with 0, or with the whole seconds to wait until
   * as many are there, and then none are taken. More than the bucket holds are never there: such a
   * request waits for a full bucket, and is then let through once. `paid` are tokens that the same
   * request has taken before, and takes again when it is repeated.
   */
  take: (identity: string, tokens: number, paid?: number) => number;
  /** What an identity has left, at least 0, and the whole seconds until its bucket is full again. */
  left: (identity: string) => { readonly tokens: number; readonly fullInSeconds: number };
};

type Bucket = { tokens: number; at: number };

const MAX_IDENTITIES = 100_000;

/**
 * Token buckets in memory, per instance of the router. The identities that asked least recently are
 * forgotten first, which can only be to their good. `now` is in milliseconds.
 */
export function rates({ perSecond, burst }: RateLimit, now: () => number): Rates {
  const buckets = new LRUCache<string, Bucket>({ max: MAX_IDENTITIES });
  const filled = ({ tokens, at }: Bucket, atPresent: number): number =>
    Math.min(burst, tokens + ((atPresent - at) / 1_000) * perSecond);
  return {
    left: (identity) => {
      const bucket = buckets.peek(identity);
      const tokens = bucket === undefined ? burst : filled(bucket, now());
      return {
        tokens: Math.max(0, Math.floor(tokens)),
        fullInSeconds: Math.ceil((burst - tokens) / perSecond),
      };
    },
    take: (identity, tokens, paid = 0) => {
      const at = now();
      let bucket = buckets.get(identity);
      if (bucket === undefined) {
        bucket = { tokens: burst, at };
        buckets.set(identity, bucket);
      }
      bucket.tokens = filled(bucket, at);
      bucket.at = at;
      const needed = Math.min(tokens, burst - paid);
      if (bucket.tokens < needed) {
        return Math.max(1, Math.ceil((needed + paid - bucket.tokens) / perSecond));
      }
      // Below zero by what it exceeds: the identity pays in time.
      bucket.tokens -= tokens;
      return 0;
    },
  };
}
