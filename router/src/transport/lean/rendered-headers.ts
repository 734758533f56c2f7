import { LeanError } from './lean-error.ts';

/** Field lines that are known to be safe to send, each ending in CRLF. */
export type RenderedHeaders = string & { readonly rendered: unique symbol };

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 9110 section 5.5: visible characters, space and tab, and bytes above 127. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** What the client writes itself, or what would change how messages are delimited. */
const OWN = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'proxy-connection',
  'accept-encoding',
]);

/**
 * Headers as they go over the wire; render once what several requests share. Throws LEAN_REQUEST for
 * a name that is no token or that belongs to the connection, and for a value with CR, LF, NUL, other
 * control characters or characters above 255.
 */
export function renderHeaders(headers: Readonly<Record<string, string>>): RenderedHeaders {
  let block = '';
  for (const name in headers) {
    const value = `${headers[name]}`;
    if (!TOKEN.test(name) || OWN.has(name.toLowerCase())) refuse(`header name ${cited(name)}`);
    if (!VALUE.test(value)) refuse(`value of header ${name}`);
    block += `${name}: ${value}\r\n`;
  }
  return block as RenderedHeaders;
}

/** The request target as it is, if it is safe to send. Throws LEAN_REQUEST. Source: RFC 9112 section 3.2.1. */
export function requestTarget(path: string): string {
  if (!/^\/[\x21-\x7e]*$/.test(path) || path.includes('#')) refuse(`path ${cited(path)}`);
  return path;
}

const cited = (text: string) => JSON.stringify(text.slice(0, 64));

function refuse(what: string): never {
  throw new LeanError('LEAN_REQUEST', `cannot send ${what}`, { sent: false, retryable: false });
}
