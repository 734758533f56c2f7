import { CR, EQUALS, QUOTE, SEMICOLON, TOKEN_BYTES, VALUE_BYTES } from './byte-classes.ts';
import { protocolFault } from './protocol-fault.ts';

const BACKSLASH = 92;

/**
 * Skips what follows a chunk's size; returns where the line ends, or `end` where more must come.
 * Blanks are refused. Source: RFC 9112 section 7.1.1.
 */
export function skipExtensions(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== CR) {
    if (bytes[at] !== SEMICOLON) throw protocolFault('chunk extension');
    const nameFrom = ++at;
    at = skipToken(bytes, at, end);
    if (at === nameFrom && at < end) throw protocolFault('chunk extension without a name');
    if (at < end && bytes[at] === EQUALS) {
      at++;
      at = at < end && bytes[at] === QUOTE ? skipQuoted(bytes, at, end) : skipToken(bytes, at, end);
    }
  }
  return at;
}

function skipToken(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && TOKEN_BYTES[bytes[at] ?? 0] === 1) at++;
  return at;
}

function skipQuoted(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (VALUE_BYTES[byte] === 0) throw protocolFault('chunk extension');
    if (byte === BACKSLASH) at++;
  }
  return end;
}
