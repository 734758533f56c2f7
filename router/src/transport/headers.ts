import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const REQUEST_ID = /^[\w.:-]{1,128}$/;
const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;
/** W3C Baggage, section 3.3.2: what is longer need not be passed on. */
const MAX_BAGGAGE = 8_192;

/** Of a client's headers those that `forwardedHeaders` lets subgraphs know, whatever is configured. */
export const FORWARDED: readonly string[] = [
  ...['authorization', 'accept-language', 'x-forwarded-for', 'x-request-id'],
  ...['traceparent', 'tracestate', 'baggage'],
];

/** The client's request id if it is a sane one, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * What subgraphs get to know of a request: identity, language, trace, last in X-Forwarded-For the
 * address that it came from, and the `extra` headers, in lower case; nothing else of the client's.
 */
export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  requestId: string,
  ip: string,
  extra: readonly string[] = [],
): Record<string, string> {
  const { authorization, traceparent, tracestate, baggage } = headers;
  const language = headers['accept-language'];
  const claimed = headers['x-forwarded-for'];
  const forwarded: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'x-request-id': requestId,
    'x-forwarded-for': claimed === undefined ? ip : [claimed, ip].flat().filter(Boolean).join(', '),
  };
  if (authorization !== undefined) forwarded.authorization = authorization;
  if (language !== undefined) forwarded['accept-language'] = language;
  if (typeof traceparent === 'string' && TRACEPARENT.test(traceparent)) {
    forwarded.traceparent = traceparent;
    if (typeof tracestate === 'string') forwarded.tracestate = tracestate;
  }
  if (typeof baggage === 'string' && baggage.length <= MAX_BAGGAGE) forwarded.baggage = baggage;
  for (const name of extra) {
    const value = headers[name];
    if (value !== undefined) forwarded[name] ??= [value].flat().join(', ');
  }
  return forwarded;
}
