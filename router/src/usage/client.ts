import type { IncomingHttpHeaders } from 'node:http';

/** Who sends an operation, as it says itself. */
export type Client = { readonly name: string; readonly version: string | null };

const PLAIN = /^[A-Za-z0-9][\w .:/+-]{0,63}$/;

/** The client that a request names. What is no plain name counts as `unknown`, and is not kept. */
export const clientReader = (nameHeader: string, versionHeader: string) => {
  const read = (headers: IncomingHttpHeaders | undefined, header: string): string | null => {
    const value = headers?.[header];
    return typeof value === 'string' && PLAIN.test(value) ? value : null;
  };
  return (headers: IncomingHttpHeaders | undefined): Client => ({
    name: read(headers, nameHeader) ?? 'unknown',
    version: read(headers, versionHeader),
  });
};
