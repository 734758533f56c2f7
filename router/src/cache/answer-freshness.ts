/**
 * For how long the whole answer of a request is fresh, as its fetches tell. Shared by all that
 * handle the request; what is fetched past the cache makes it nobody else's.
 */
export type AnswerFreshness = {
  isPublic: boolean;
  /** Milliseconds since 1970; infinite as long as nothing was fetched. */
  sharedUntil: number;
  clientUntil: number;
};

export const answerFreshness = (): AnswerFreshness => ({
  isPublic: true,
  sharedUntil: Number.POSITIVE_INFINITY,
  clientUntil: Number.POSITIVE_INFINITY,
});

export function limitFreshness(
  answer: AnswerFreshness,
  { expiresAt, clientExpiresAt }: { readonly expiresAt: number; readonly clientExpiresAt: number },
): void {
  answer.sharedUntil = Math.min(answer.sharedUntil, expiresAt);
  answer.clientUntil = Math.min(answer.clientUntil, clientExpiresAt);
}

/** The response's Cache-Control; null for `no-store`. */
export function clientCacheControl(answer: AnswerFreshness, now: number): string | null {
  if (!answer.isPublic || !Number.isFinite(answer.sharedUntil)) return null;
  const shared = Math.max(0, Math.floor((answer.sharedUntil - now) / 1_000));
  const own = Math.max(0, Math.floor((answer.clientUntil - now) / 1_000));
  if (shared === 0 && own === 0) return null;
  return shared === own ? `public, max-age=${own}` : `public, max-age=${own}, s-maxage=${shared}`;
}
