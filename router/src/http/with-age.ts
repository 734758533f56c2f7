import type { RawHeaders } from './response-headers.ts';
import type { RequestScope } from './scope.ts';

/** Headers with what the answer says of its own age; without that a response says `no-store`. */
export function withAge(headers: RawHeaders, { answer }: RequestScope): RawHeaders {
  const cacheControl = answer?.cacheControl ?? null;
  return cacheControl === null ? headers : [...headers, 'cache-control', cacheControl];
}
