/** A refresh token as it is kept: by its hash, never itself. */
export type RefreshToken = {
  hash: string;
  sessionId: string;
  personId: string;
  expiresAt: Date;
  /** When it was exchanged for the next; null while it is still good. */
  usedAt: Date | null;
};

/**
 * What to do when a refresh token comes in. One that was used a moment ago is a race between two
 * tabs and may pass; one that was used earlier has been copied, so its whole session ends.
 * Source: RFC 9700 §4.14.2 (refresh token rotation).
 */
export function judge(
  token: Pick<RefreshToken, 'expiresAt' | 'usedAt'>,
  now: Date,
  leewaySeconds: number,
): 'exchange' | 'expired' | 'stolen' {
  if (token.expiresAt <= now) return 'expired';
  if (token.usedAt === null) return 'exchange';
  return now.getTime() - token.usedAt.getTime() < leewaySeconds * 1_000 ? 'exchange' : 'stolen';
}
