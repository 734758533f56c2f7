import type { IncomingHttpHeaders } from 'node:http';

/** Of one connection only (RFC 9110, section 7.6.1), besides those that Connection names. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Headers as node:http and undici have them: names in lower case, repeated ones in arrays. */
export type Headers = Record<string, string | string[]>;

/** What of a message's headers goes on to the next hop. */
export function endToEnd(headers: IncomingHttpHeaders): Headers {
  const named = [headers.connection ?? ''].flat().join().toLowerCase().split(',');
  const dropped = new Set([...HOP_BY_HOP, ...named.map((each) => each.trim())]);
  const passed: Headers = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !dropped.has(name)) passed[name] = value;
  }
  return passed;
}

/** A request's headers for the server behind, which is told whom it was sent to and by whom. */
export function passedOn(
  headers: IncomingHttpHeaders,
  from: { readonly address: string; readonly isSecure: boolean; readonly requestId: string },
  believesProxies: boolean,
): Headers {
  const { host, expect: _, ...rest } = endToEnd(headers);
  const claimed = headers['x-forwarded-for'];
  const believed = (name: string) => (believesProxies ? headers[name] : undefined);
  const forwardedHost = believed('x-forwarded-host') ?? host;
  return {
    ...rest,
    'x-request-id': from.requestId,
    // Last is the address that this request came from; what is before it is only claimed.
    'x-forwarded-for': [claimed, from.address].flat().filter(Boolean).join(', '),
    'x-forwarded-proto': believed('x-forwarded-proto') ?? (from.isSecure ? 'https' : 'http'),
    ...(forwardedHost !== undefined && { 'x-forwarded-host': forwardedHost }),
  };
}
