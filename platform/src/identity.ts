import { createRemoteJWKSet, errors as jose, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from './errors.ts';

/** Who asks: the subject of a verified access token. */
export type Viewer = {
  id: string;
  roles: readonly string[];
  scopes: ReadonlySet<string>;
  sessionId: string | null;
};

export type TokenVerifier = (authorization: string | undefined) => Promise<Viewer | null>;

const Claims = z.object({
  sub: z.uuid(),
  roles: z.array(z.string()).default([]),
  scope: z.string().default(''),
  sid: z.string().optional(),
  exp: z.number(),
});

const invalid = (message: string) => new AppError('UNAUTHENTICATED', message);

/**
 * Verifies the bearer token of a request (RFC 6750, RFC 9068). No header means a guest: null.
 * Throws UNAUTHENTICATED for a token that is malformed, expired, or not signed by a known key,
 * and UNAVAILABLE while the keys cannot be fetched.
 */
export function tokenVerifier(options: {
  jwksUrl: string;
  issuer: string;
  audience: string;
}): TokenVerifier {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), {
    timeoutDuration: 2_000,
    cooldownDuration: 1_000,
  });
  const verified = new LRUCache<string, Viewer>({ max: 10_000 });

  async function verify(token: string): Promise<Viewer> {
    const { payload } = await jwtVerify(token, keys, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: ['ES256', 'EdDSA'],
      requiredClaims: ['exp', 'sub'],
    });
    const claims = Claims.parse(payload);
    const viewer: Viewer = {
      id: claims.sub,
      roles: claims.roles,
      scopes: new Set(claims.scope.split(' ').filter(Boolean)),
      sessionId: claims.sid ?? null,
    };
    const ttl = claims.exp * 1_000 - Date.now();
    if (ttl > 0) verified.set(token, viewer, { ttl });
    return viewer;
  }

  return async (authorization) => {
    if (authorization === undefined || authorization === '') return null;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw invalid('The Authorization header is not a bearer token.');
    const known = verified.get(token);
    if (known !== undefined) return known;
    try {
      return await verify(token);
    } catch (error) {
      if (error instanceof jose.JWTExpired) throw invalid('The access token has expired.');
      if (error instanceof jose.JWKSTimeout || error instanceof TypeError || isUnreachable(error)) {
        throw new AppError('UNAVAILABLE', 'Access tokens cannot be verified at the moment.');
      }
      throw invalid('The access token is not valid.');
    }
  };
}

/** jose reports a key endpoint that answers anything but 200 by its generic error. */
const isUnreachable = (error: unknown): boolean =>
  error instanceof jose.JOSEError && error.code === 'ERR_JOSE_GENERIC';

/** Throws UNAUTHENTICATED for guests. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (viewer === null) throw invalid('Sign in to do this.');
  return viewer;
}

/** Throws UNAUTHENTICATED for guests, FORBIDDEN for people without the scope. */
export function requireScope(viewer: Viewer | null, scope: string): Viewer {
  const known = requireViewer(viewer);
  if (!known.scopes.has(scope)) {
    throw new AppError('FORBIDDEN', `This needs the scope ${scope}.`, { scope });
  }
  return known;
}

/** Whether the viewer owns a thing, or has a scope over everybody's. */
export const mayActOn = (viewer: Viewer | null, ownerId: string | null, scope: string): boolean =>
  viewer !== null && (viewer.id === ownerId || viewer.scopes.has(scope));
