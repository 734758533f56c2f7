import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from './errors.ts';
import type { TokenVerifier, Viewer } from './identity.ts';
import { viewerOf } from './token-claims.ts';
import { type KeysOptions, type TokenKeys, tokenKeys } from './token-keys.ts';
import { understandRefusal } from './token-refusals.ts';

/** Who signs tokens, and what its tokens must say. */
export type TokenIssuer = KeysOptions & {
  /** `iss` must be this, or one of these; absent: whatever it is. */
  readonly issuer?: string | readonly string[];
  /** `aud` must hold this, or one of these; absent: whatever it is. */
  readonly audience?: string | readonly string[];
  /** `alg` must be one of these; by default any asymmetric signature of RFC 7518 and RFC 8037. */
  readonly algorithms?: readonly string[];
};

export type TokenOptions = {
  /** Seconds by which clocks may differ; 0. */
  readonly clockToleranceSeconds?: number;
  /** The word before the token, in any case; `Bearer`. '': the header is the token alone. */
  readonly prefix?: string;
  /** Refuses requests without a token. */
  readonly isRequired?: boolean;
  /** Refuses subjects that are no UUID. */
  readonly subjectIsUuid?: boolean;
};

const ASYMMETRIC = [
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
];
const MAX_TOKEN_LENGTH = 16_384;
const REFUSED_FOR_MS = 10_000;

type Issuer = TokenIssuer & { readonly keys: TokenKeys; readonly verify: JWTVerifyOptions };

/**
 * Verifies bearer tokens (RFC 6750, RFC 7519, RFC 9068) of one issuer or several. No header means a
 * guest: null. Verified tokens are kept until they expire or an issuer's keys change, refused ones
 * for some seconds. The verifier throws UNAUTHENTICATED, with `reason` in its details, for a token
 * that does not hold, and UNAVAILABLE while the keys that it needs cannot be fetched.
 * Throws an Error for symmetric or unsigned algorithms: a public key would be their secret.
 */
export function tokenVerifier(
  issuers: TokenIssuer | readonly TokenIssuer[],
  options: TokenOptions = {},
): TokenVerifier {
  const { clockToleranceSeconds = 0, prefix = 'Bearer', isRequired, subjectIsUuid } = options;
  const verified = new LRUCache<string, Viewer>({
    max: 10_000,
    maxSize: 32 * 1_048_576,
    sizeCalculation: (_, token) => token.length,
  });
  const refused = new LRUCache<string, AppError>({ max: 1_000, ttl: REFUSED_FOR_MS });
  const onChange = () => {
    verified.clear();
    refused.clear();
  };
  const all = ([issuers].flat() as TokenIssuer[]).map((issuer): Issuer => {
    const { issuer: iss, audience, algorithms = ASYMMETRIC } = issuer;
    const unsafe = algorithms.find((algorithm) => !ASYMMETRIC.includes(algorithm));
    if (unsafe !== undefined) throw new Error(`Tokens cannot be verified by keys and ${unsafe}.`);
    const verify: JWTVerifyOptions = {
      algorithms: [...algorithms],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: clockToleranceSeconds,
      ...(iss !== undefined && { issuer: [iss].flat() as string[] }),
      ...(audience !== undefined && { audience: [audience].flat() as string[] }),
    };
    return { ...issuer, verify, keys: tokenKeys(issuer, onChange) };
  });

  const isCurrent = ({ expiresAt = 0 }: Viewer) =>
    Date.now() < expiresAt + clockToleranceSeconds * 1_000;

  async function verify(token: string): Promise<Viewer> {
    const viewer = viewerOf(await verifiedBy(all, token));
    if (subjectIsUuid && !z.uuid().safeParse(viewer.id).success) {
      throw new errors.JWTClaimValidationFailed('not a UUID', {}, 'sub');
    }
    verified.set(token, viewer);
    return viewer;
  }

  return async (header) => {
    if (header === undefined || header === '') {
      if (isRequired) throw refusal('MISSING', 'This needs an access token.');
      return null;
    }
    const token = tokenIn(header, prefix);
    const known = token === null ? undefined : verified.get(token);
    if (known !== undefined && isCurrent(known)) return known;
    if (token === null || token.length > MAX_TOKEN_LENGTH) {
      throw refusal('MALFORMED', `The header does not hold a ${prefix} token.`.replace('  ', ' '));
    }
    const before = refused.get(token);
    if (before !== undefined) throw before;
    try {
      return await verify(token);
    } catch (error) {
      const { refusal: reason, holds } = understandRefusal(error);
      if (holds) refused.set(token, reason);
      throw reason;
    }
  };
}

const refusal = (reason: string, message: string) =>
  new AppError('UNAUTHENTICATED', message, { reason });

function tokenIn(header: string, prefix: string): string | null {
  const start = prefix === '' ? 0 : prefix.length + 1;
  if (start > 0 && header.slice(0, start).toLowerCase() !== `${prefix.toLowerCase()} `) return null;
  const token = header.slice(start);
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? token : null;
}

/** The claims, by the first issuer that can have signed the token and did. */
async function verifiedBy(issuers: readonly Issuer[], token: string): Promise<JWTPayload> {
  const { iss } = decodeJwt(token);
  let failure: unknown = new errors.JWTClaimValidationFailed('unknown issuer', {}, 'iss');
  for (const issuer of issuers) {
    const mayBe = issuer.issuer === undefined || [issuer.issuer].flat().includes(iss ?? '');
    if (!mayBe) continue;
    try {
      return await verifiedWith(issuer, token);
    } catch (error) {
      if (weight(error) >= weight(failure)) failure = error;
    }
  }
  throw failure;
}

/** How much a failure tells beside another issuer's: least that a key is not his. */
function weight(error: unknown): number {
  const { refusal: reason } = understandRefusal(error);
  if (reason.code === 'UNAVAILABLE') return 3;
  const isUnknown = ['UNKNOWN_KEY', 'WRONG_ISSUER'].includes(String(reason.details.reason));
  return isUnknown ? 1 : 2;
}

/** A token may name no key although there are several: then each that fits is tried. */
async function verifiedWith({ keys, verify }: Issuer, token: string): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, keys, verify)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, verify)).payload;
      } catch (cause) {
        if (!(cause instanceof errors.JWSSignatureVerificationFailed)) throw cause;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}
