import type { RateLimit, Rates } from './rates.ts';

/**
 * The header fields that tell a client its rate limit, names and values in turn: `q` tokens at once,
 * all of them anew in `w` seconds; `r` are left now, and in `t` seconds there are `q` again.
 * Source: draft-ietf-httpapi-ratelimit-headers-10.
 */
export function rateFields({ perSecond, burst }: RateLimit, rates: Pick<Rates, 'left'>) {
  const policy = `"operations";q=${burst};w=${Math.ceil(burst / perSecond)}`;
  return (identity: string): readonly string[] => {
    const { tokens, fullInSeconds } = rates.left(identity);
    const now = `"operations";r=${tokens};t=${fullInSeconds}`;
    return ['ratelimit-policy', policy, 'ratelimit', now];
  };
}
