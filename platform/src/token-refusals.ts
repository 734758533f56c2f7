import { errors } from 'jose';
import { ZodError } from 'zod';
import { AppError } from './errors.ts';

/** Why a token is refused, and whether it will be refused again whatever happens meanwhile. */
export type TokenRefusal = { readonly refusal: AppError; readonly holds: boolean };

const CLAIM_REASONS: Readonly<Record<string, string>> = {
  aud: 'WRONG_AUDIENCE',
  iss: 'WRONG_ISSUER',
  nbf: 'NOT_YET_VALID',
};

/** What jose and zod throw, in words for the caller; `details.reason` tells them apart. */
export function understandRefusal(error: unknown): TokenRefusal {
  const no = (reason: string, message: string, holds = true): TokenRefusal => ({
    refusal: new AppError('UNAUTHENTICATED', message, { reason }),
    holds,
  });
  if (error instanceof errors.JWTExpired) return no('EXPIRED', 'The access token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const reason = CLAIM_REASONS[error.claim] ?? 'INVALID_CLAIMS';
    const isEarly = reason === 'NOT_YET_VALID';
    const message = `The access token's claim ${error.claim} does not hold.`;
    return no(reason, isEarly ? 'The access token is not valid yet.' : message, !isEarly);
  }
  if (error instanceof ZodError) return no('INVALID_CLAIMS', 'The access token lacks claims.');
  if (error instanceof errors.JWKSNoMatchingKey) {
    return no('UNKNOWN_KEY', 'The access token is signed by an unknown key.', false);
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return no('WRONG_ALGORITHM', 'The access token is signed by an algorithm that is not allowed.');
  }
  if (isUnreachable(error)) {
    const refusal = new AppError('UNAVAILABLE', 'Access tokens cannot be verified at the moment.');
    return { refusal, holds: false };
  }
  return no('INVALID', 'The access token is not valid.');
}

/** The key set could not be fetched, or what came is none. */
const isUnreachable = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';
