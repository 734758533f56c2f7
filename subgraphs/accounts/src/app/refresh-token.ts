import { createHash, randomBytes } from 'node:crypto';

/** A refresh token to hand out (256 random bits), and what is kept of it. */
export type FreshToken = { token: string; hash: string; expiresAt: Date };

/** SHA-256 is enough here: the token is random, so that there is nothing to guess. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

export function freshToken(lifetimeSeconds: number): FreshToken {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1_000);
  return { token, hash: hashToken(token), expiresAt };
}
