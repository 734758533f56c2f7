import { NINE, SPACE, TAB, ZERO } from './byte-classes.ts';
import { protocolFault } from './protocol-fault.ts';

/** What the header section says of where the message ends. Source: RFC 9112 sections 6 and 9. */
export type Framing = {
  /** Null: no Content-Length field. */
  contentLength: number | null;
  chunked: boolean;
  /** The server closes the connection after this answer. */
  close: boolean;
};

const codes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const CONNECTION = codes('connection');
const CONTENT_LENGTH = codes('content-length');
const CONTENT_ENCODING = codes('content-encoding');
const TRANSFER_ENCODING = codes('transfer-encoding');
const KEEP_ALIVE = codes('keep-alive');
const CHUNKED = codes('chunked');
const IDENTITY = codes('identity');

/** More digits cannot be counted exactly. */
const MAX_DIGITS = 15;

/**
 * Notes a field if it delimits the message. Whatever two readers could understand differently is a
 * LEAN_PROTOCOL fault: a length twice, even the same; a coding besides chunked.
 */
export function noteField(
  bytes: Uint8Array,
  nameFrom: number,
  nameTo: number,
  valueFrom: number,
  valueTo: number,
  framing: Framing,
): void {
  const length = nameTo - nameFrom;
  // Few fields have a name as long as one of those that matter.
  if (length !== 10 && length !== 14 && length !== 16 && length !== 17) return;
  let from = valueFrom;
  let to = valueTo;
  while (from < to && isBlank(bytes[from])) from++;
  while (from < to && isBlank(bytes[to - 1])) to--;
  if (length === 14) {
    if (!same(bytes, nameFrom, nameTo, CONTENT_LENGTH)) return;
    if (framing.contentLength !== null) throw protocolFault('two lengths');
    framing.contentLength = decimal(bytes, from, to);
  } else if (length === 10) {
    if (!same(bytes, nameFrom, nameTo, CONNECTION) || same(bytes, from, to, KEEP_ALIVE)) return;
    if (namesClose(bytes, from, to)) framing.close = true;
  } else if (length === 17) {
    if (!same(bytes, nameFrom, nameTo, TRANSFER_ENCODING)) return;
    if (framing.chunked || !same(bytes, from, to, CHUNKED)) throw protocolFault('transfer coding');
    framing.chunked = true;
  } else if (same(bytes, nameFrom, nameTo, CONTENT_ENCODING)) {
    if (from < to && !same(bytes, from, to, IDENTITY)) throw protocolFault('content coding');
  }
}

const isBlank = (byte: number | undefined) => byte === SPACE || byte === TAB;

/** Whether the bytes spell the lower-case word, in any case. */
function same(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) {
    if (((bytes[from + i] ?? 0) | 0x20) !== word[i]) return false;
  }
  return true;
}

function decimal(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > MAX_DIGITS) throw protocolFault('length');
  let value = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) throw protocolFault('length');
    value = value * 10 + byte - ZERO;
  }
  return value;
}

function namesClose(bytes: Uint8Array, from: number, to: number): boolean {
  const value = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  return value.split(',').some((option) => option.trim().toLowerCase() === 'close');
}
