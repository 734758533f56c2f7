import { CR, NINE, SEMICOLON, ZERO } from './byte-classes.ts';
import { skipExtensions } from './chunk-extensions.ts';
import { protocolFault } from './protocol-fault.ts';
import { INCOMPLETE, readLineEnd } from './response-head.ts';

/** Enough for 4 GiB; more digits would be leading zeros or an overflow. */
const MAX_DIGITS = 8;

/**
 * Reads the line before a chunk into `into.size`; returns where the chunk begins, or INCOMPLETE.
 * Extensions are skipped. Source: RFC 9112 section 7.1.
 */
export function readChunkSize(
  bytes: Uint8Array,
  from: number,
  end: number,
  into: { size: number },
): number {
  let at = from;
  let size = 0;
  for (; at < end; at++) {
    const digit = hexDigit(bytes[at] ?? 0);
    if (digit < 0) break;
    if (at - from >= MAX_DIGITS) throw protocolFault('chunk size');
    size = size * 16 + digit;
  }
  if (at >= end) return INCOMPLETE;
  if (at === from) throw protocolFault('chunk size');
  if (bytes[at] !== CR) {
    if (bytes[at] !== SEMICOLON) throw protocolFault('chunk size');
    at = skipExtensions(bytes, at, end);
  }
  into.size = size;
  return readLineEnd(bytes, at, end);
}

function hexDigit(byte: number): number {
  if (byte >= ZERO && byte <= NINE) return byte - ZERO;
  const letter = byte | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
