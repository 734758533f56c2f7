import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a client may go on sending what nobody reads. */
const LINGER_MS = 2_000;

/**
 * Ends an answer, but not before its request has ended, for a while: a connection that is closed on
 * bytes still coming is reset, and the client loses the answer. Source: RFC 9112 section 9.6.
 */
export function endAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
  encoding: BufferEncoding = 'utf8',
): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (request.complete || (length === undefined && coding === undefined)) {
    response.end(text, encoding);
    return;
  }
  response.write(text, encoding);
  const end = () => {
    clearTimeout(late);
    response.end();
  };
  const late = setTimeout(end, LINGER_MS);
  request.once('close', end).once('end', end).resume();
}
