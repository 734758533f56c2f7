import { COLON, CR, LF, NINE, SPACE, TOKEN_BYTES, VALUE_BYTES, ZERO } from './byte-classes.ts';
import { type Framing, noteField } from './framing.ts';
import { protocolFault } from './protocol-fault.ts';

/** The bytes end before what is being read does. */
export const INCOMPLETE = -1;

export type ResponseHead = Framing & {
  status: number;
  /** Of HTTP/1.x. */
  minor: number;
  /** Where the fields begin. */
  fieldsFrom: number;
};

const VERSION = Uint8Array.from('HTTP/1.', (char) => char.charCodeAt(0));

/**
 * Reads a status line and a header section into `head`; returns where the body begins, or
 * INCOMPLETE. Lines end in CRLF and are not folded; anything else is a LEAN_PROTOCOL fault, at the
 * first wrong byte. Source: RFC 9112 sections 2.2, 4 and 5.
 */
export function readHead(bytes: Uint8Array, from: number, end: number, head: ResponseHead): number {
  head.contentLength = null;
  head.chunked = false;
  head.close = false;
  const fieldsFrom = readStatusLine(bytes, from, end, head);
  if (fieldsFrom === INCOMPLETE) return INCOMPLETE;
  head.fieldsFrom = fieldsFrom;
  return readFields(bytes, fieldsFrom, end, head);
}

function readStatusLine(bytes: Uint8Array, from: number, end: number, head: ResponseHead): number {
  let at = from;
  for (let i = 0; i < VERSION.length; i++, at++) {
    if (at >= end) return INCOMPLETE;
    if (bytes[at] !== VERSION[i]) throw protocolFault('status line');
  }
  if (at >= end) return INCOMPLETE;
  const minor = (bytes[at++] ?? 0) - ZERO;
  if (minor !== 0 && minor !== 1) throw protocolFault('version');
  head.minor = minor;
  // Persistence of HTTP/1.0 was never specified well enough to rely on.
  head.close = minor === 0;
  if (at >= end) return INCOMPLETE;
  if (bytes[at++] !== SPACE) throw protocolFault('status line');
  let status = 0;
  for (let i = 0; i < 3; i++, at++) {
    if (at >= end) return INCOMPLETE;
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) throw protocolFault('status');
    status = status * 10 + byte - ZERO;
  }
  if (status < 100) throw protocolFault('status');
  head.status = status;
  if (at >= end) return INCOMPLETE;
  // Some servers leave out the space when there is no reason.
  if (bytes[at] !== SPACE && bytes[at] !== CR) throw protocolFault('status line');
  while (at < end && VALUE_BYTES[bytes[at] ?? 0] === 1) at++;
  return readLineEnd(bytes, at, end);
}

/**
 * Reads field lines up to the empty line; returns what comes after it, or INCOMPLETE. Without
 * framing, nothing of them is kept: trailers. Source: RFC 9112 section 5.
 */
export function readFields(
  bytes: Uint8Array,
  from: number,
  end: number,
  framing: Framing | null,
): number {
  let at = from;
  for (;;) {
    if (at >= end) return INCOMPLETE;
    if (bytes[at] === CR) return readLineEnd(bytes, at, end);
    const nameFrom = at;
    while (at < end && TOKEN_BYTES[bytes[at] ?? 0] === 1) at++;
    if (at >= end) return INCOMPLETE;
    if (bytes[at] !== COLON || at === nameFrom) throw protocolFault('field name');
    const nameTo = at++;
    const valueFrom = at;
    while (at < end && VALUE_BYTES[bytes[at] ?? 0] === 1) at++;
    const next = readLineEnd(bytes, at, end);
    if (next === INCOMPLETE) return INCOMPLETE;
    if (framing !== null) noteField(bytes, nameFrom, nameTo, valueFrom, at, framing);
    at = next;
  }
}

/** Reads CRLF. Source: RFC 9112 section 2.2, without its leave to accept a bare LF. */
export function readLineEnd(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return INCOMPLETE;
  if (bytes[at] !== CR) throw protocolFault('line end');
  if (at + 1 >= end) return INCOMPLETE;
  if (bytes[at + 1] !== LF) throw protocolFault('line end');
  return at + 2;
}
