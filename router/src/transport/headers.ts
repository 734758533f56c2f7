import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const REQUEST_ID = /^[\w.:-]{1,128}$/;
const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** The client's request id if it is a sane one, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * What subgraphs get to know of a request: identity, language, trace, and last in X-Forwarded-For
 * the address that it came from; nothing else of the client's.
 */
export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  requestId: string,
  ip: string,
): Record<string, string> {
  const { authorization, traceparent } = headers;
  const language = headers['accept-language'];
  const tracestate = headers.tracestate;
  const traced = typeof traceparent === 'string' && TRACEPARENT.test(traceparent);
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'x-request-id': requestId,
    'x-forwarded-for': [headers['x-forwarded-for'], ip].flat().filter(Boolean).join(', '),
    ...(authorization !== undefined && { authorization }),
    ...(language !== undefined && { 'accept-language': language }),
    ...(traced && { traceparent }),
    ...(traced && typeof tracestate === 'string' && { tracestate }),
  };
}
