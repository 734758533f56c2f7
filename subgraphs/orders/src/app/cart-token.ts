import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** 256 random bits: whoever has it has the cart. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token, so that a leaked table opens no cart. */
export const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

/**
 * 122 random bits (UUIDv4): a guest's line is looked up by its id alone when the router comes back
 * with what `@requires` asked for, so the id must not be guessable, nor follow from its time.
 */
export const newLineId = (): string => randomUUID();
