import type { Outcome } from './both-clients.ts';
import type { RandomResponse } from './random-response.ts';

/** Answers of which the lean client makes something else than undici does, on purpose. */
export type Difference = {
  readonly reason: string;
  readonly lean: RegExp;
  readonly undici: RegExp;
  /** What the answer has, where the outcomes alone do not tell the reason. */
  readonly sent?: RegExp;
  readonly examples: readonly string[];
};

const CHUNKS = '2\r\nok\r\n0\r\n\r\n';

/** Outcomes are `status text`, or `failure: message`. */
export const DIFFERENCES: readonly Difference[] = [
  {
    reason:
      'what follows another version is not known to be HTTP/1.1; undici reads it all the same',
    lean: /^failure: LEAN_PROTOCOL bad answer: (status line|version)$/,
    undici: /^\d/,
    examples: ['HTTP/2.0 200 OK\r\n\r\n', 'HTTP/0.9 200 OK\r\n\r\nx'],
  },
  {
    reason: 'only one coding was agreed on; undici reads until the end, or takes the last for all',
    lean: /^failure: LEAN_PROTOCOL bad answer: transfer coding$/,
    undici: /^\d/,
    examples: [
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${CHUNKS}`,
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n\r\nok',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKS}`,
    ],
  },
  {
    reason:
      'control characters in a reason phrase are not HTTP (RFC 9112 section 4); undici skips them',
    lean: /^failure: LEAN_PROTOCOL bad answer: line end$/,
    undici: /^\d/,
    examples: ['HTTP/1.1 200 O\fK\r\ncontent-length: 0\r\n\r\n'],
  },
  {
    reason: 'HTTP/1.0 has no chunks: who sends them is confused (RFC 9112 section 6.1)',
    lean: /^failure: LEAN_PROTOCOL bad answer: chunks in HTTP\/1\.0$/,
    undici: /^\d/,
    examples: [`HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKS}`],
  },
  {
    reason: 'compression was not asked for, and would be taken for text',
    lean: /^failure: LEAN_PROTOCOL bad answer: content coding$/,
    undici: /^\d/,
    examples: ['HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nok'],
  },
  {
    reason: 'an extension of a chunk has a name (RFC 9112 section 7.1.1); undici takes one without',
    lean: /^failure: LEAN_PROTOCOL bad answer: chunk extension without a name$/,
    undici: /^\d/,
    examples: ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;=b\r\nok\r\n0\r\n\r\n'],
  },
  {
    reason:
      'the value of an extension is a token or quoted (RFC 9112 section 7.1.1), not one and then the other',
    lean: /^failure: LEAN_PROTOCOL bad answer: chunk extension$/,
    undici: /^\d/,
    examples: ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b"c"\r\nok\r\n0\r\n\r\n'],
  },
  {
    reason: 'a 100 that was not asked for does no harm (RFC 9110 section 15.2); undici gives up',
    lean: /^200 ok$/,
    undici: /^failure: UND_ERR_SOCKET bad response$/,
    examples: ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'],
  },
  {
    reason:
      'a tab behind a value is no part of it (RFC 9110 section 5.5); undici misses the coding',
    lean: /^(\d|failure)/,
    undici: /^\d/,
    sent: /transfer-encoding:[ \t]*chunked *\t[ \t]*\r\n/i,
    examples: [`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\t\r\n\r\n${CHUNKS}`],
  },
  {
    reason: 'nor is a blank part of a length; undici takes it for a digit',
    lean: /^\d/,
    undici: /^failure: UND_ERR_RES_CONTENT_LENGTH_MISMATCH/,
    sent: /content-length:[ \t]*\d+[ \t]+\r\n/i,
    examples: ['HTTP/1.1 200 OK\r\nContent-Length: 2 \r\n\r\nok'],
  },
];

export const asText = (outcome: Outcome): string =>
  'failure' in outcome ? `failure: ${outcome.failure}` : `${outcome.status} ${outcome.text}`;

/** Both answered alike, both failed, or it is known why not. */
export function isExplained(response: RandomResponse, lean: Outcome, undici: Outcome): boolean {
  const [ours, theirs] = [asText(lean), asText(undici)];
  if ('failure' in lean && 'failure' in undici) return true;
  if (ours === theirs) return true;
  const sent = response.bytes.toString('latin1');
  return DIFFERENCES.some(
    (it) => it.lean.test(ours) && it.undici.test(theirs) && (it.sent?.test(sent) ?? true),
  );
}
