import type { RawHeaders } from './response-headers.ts';
import type { RequestScope } from './scope.ts';

/** Headers with what the answer says of its own age; without that a response says `no-store`. */
export function withAge(headers: RawHeaders, { answer }: RequestScope): RawHeaders {
  const cacheControl = answer?.cacheControl ?? null;
  if (cacheControl === null) return headers;
  // The media type is the client's choice.
  return [...headers, 'cache-control', cacheControl, 'vary', 'accept'];
}
