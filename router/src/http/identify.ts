import type { IncomingMessage } from 'node:http';
import type { TokenVerifier, Viewer } from '@souk/platform/identity';

/** Who asks. Null, not a promise of it, where that is a guest without more ado. */
export type Identify = (request: IncomingMessage) => Promise<Viewer | null> | null;

/** Identity by the token in a header; without a verifier everyone is a guest. */
export const identifier =
  (
    verify: TokenVerifier | null,
    { header, isRequired }: { readonly header: string; readonly isRequired: boolean },
  ): Identify =>
  ({ headers }) => {
    const value = headers[header];
    if (verify === null || (value === undefined && !isRequired)) return null;
    return verify(typeof value === 'object' ? value.join() : value);
  };
