import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header is this secret as a bearer token (RFC 6750), in constant time. */
export function hasSecret(secret: string): (authorization: string | undefined) => boolean {
  const expected = digest(`Bearer ${secret}`);
  return (authorization) => timingSafeEqual(digest(authorization ?? ''), expected);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
