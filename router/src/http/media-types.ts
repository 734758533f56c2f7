import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

const APPLICATION_JSON = 'application/json; charset=utf-8';

/** What an answer may be sent as, the first where the client has no wish: as Apollo Server has it. */
const OFFERED = [APPLICATION_JSON, 'application/graphql-response+json; charset=utf-8'];

const KNOWN_HEADERS = 1_000;
const MAX_HEADER_LENGTH = 200;

/**
 * The media type of an answer by the request's Accept header (GraphQL over HTTP, 6.4.1); null where
 * none is acceptable. Each header is negotiated once.
 */
export function mediaTypeNegotiator(): (accept: string | undefined) => string | null {
  const known = new LRUCache<string, { type: string | null }>({ max: KNOWN_HEADERS });
  return (accept) => {
    if (accept === undefined || accept === '' || accept === '*/*') return APPLICATION_JSON;
    const found = known.get(accept);
    if (found !== undefined) return found.type;
    const type = new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? null;
    if (accept.length <= MAX_HEADER_LENGTH) known.set(accept, { type });
    return type;
  };
}

const JSON_UTF8 =
  /^application\/json[ \t]*(?:;[ \t]*charset[ \t]*=[ \t]*"?utf-?8"?[ \t]*)?;?[ \t]*$/i;

/** Whether a request's Content-Type is JSON in UTF-8, the only one that is read here. */
export const isJson = (contentType: string | undefined): boolean =>
  contentType === 'application/json' || (contentType !== undefined && JSON_UTF8.test(contentType));
