import {
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';

const FETCH_TIMEOUT_MS = 2_000;

export type KeysOptions = {
  /** Where the key set is (RFC 7517). */
  readonly jwksUrl: string;
  /** Milliseconds after which a key set is fetched again, in the background; 5 minutes. */
  readonly refreshMs?: number;
  /** Milliseconds between two fetches for a key that is not in the set; 1 second. */
  readonly cooldownMs?: number;
};

export type TokenKeys = JWTVerifyGetKey;

/**
 * The keys of an issuer. They are refreshed behind requests, and what was fetched last serves on
 * while their address cannot be reached; an unknown key id fetches them at once, but not more often
 * than the cooldown allows, whether the fetch succeeds or fails. `onChange` is told of other keys.
 */
export function tokenKeys(options: KeysOptions, onChange: () => void): TokenKeys {
  const { jwksUrl, refreshMs = 300_000, cooldownMs = 1_000 } = options;
  let known: string | null = null;
  let triedAt = 0;
  let refreshedAt = 0;
  let failure: { readonly reason: unknown } | null = null;

  const fetchKeys: FetchImplementation = async (url, request) => {
    if (failure !== null && Date.now() - triedAt < cooldownMs) throw failure.reason;
    triedAt = Date.now();
    try {
      const response = await fetch(url, request);
      const text = await response.text();
      if (response.status !== 200) throw new TypeError(`HTTP status ${response.status}`);
      if (known !== null && known !== text) onChange();
      known = text;
      refreshedAt = triedAt;
      failure = null;
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  };
  const keys = createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cooldownDuration: cooldownMs,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    [customFetch]: fetchKeys,
  });
  return (header, token) => {
    if (known !== null && !keys.reloading && Date.now() - refreshedAt > refreshMs) {
      refreshedAt = Date.now();
      keys.reload().catch(() => {
        // What is known serves on, and the next refresh tries again.
      });
    }
    return keys(header, token);
  };
}
