import { type CryptoKey, SignJWT } from 'jose';
import type { Person } from '../domain/person.ts';
import { scopesOf } from '../domain/roles.ts';

export type SigningKey = { id: string; privateKey: CryptoKey };

export type KeyStore = {
  /** The key that signs; rotates first when that is due. */
  current: () => Promise<SigningKey>;
};

export type AccessToken = { accessToken: string; expiresAt: Date };

/**
 * Signs access tokens (RFC 9068) with the current key, which is looked up anew every
 * `reloadSeconds`, so that replicas follow a rotation by any of them.
 */
export function accessTokens(
  keys: KeyStore,
  options: { issuer: string; audience: string; lifetimeSeconds: number; reloadSeconds: number },
) {
  let known: { key: Promise<SigningKey>; at: number } | null = null;

  function signingKey(): Promise<SigningKey> {
    const now = Date.now();
    if (known === null || now - known.at >= options.reloadSeconds * 1_000) {
      const fresh = { key: keys.current(), at: now };
      // A failed look-up must not be remembered.
      fresh.key.catch(() => {
        if (known === fresh) known = null;
      });
      known = fresh;
    }
    return known.key;
  }

  return async (person: Person, sessionId: string): Promise<AccessToken> => {
    const { id, privateKey } = await signingKey();
    const issuedAt = Math.floor(Date.now() / 1_000);
    const expiresAt = issuedAt + options.lifetimeSeconds;
    const accessToken = await new SignJWT({
      roles: person.roles,
      scope: scopesOf(person.roles).join(' '),
      sid: sessionId,
    })
      .setProtectedHeader({ alg: 'ES256', kid: id, typ: 'at+jwt' })
      .setSubject(person.id)
      .setIssuer(options.issuer)
      .setAudience(options.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { accessToken, expiresAt: new Date(expiresAt * 1_000) };
  };
}
