import type { IncomingMessage } from 'node:http';

/**
 * Reads a whole body as bytes, once. `done` is called once, unless the client goes away first. What
 * exceeds the limit is not kept, and not waited for: the answer is not a broken connection.
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
  done: (body: Buffer | 'too large') => void,
): void {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > maxBytes) {
    done('too large');
    return;
  }
  let first: Buffer | null = null;
  let rest: Buffer[] | null = null;
  let size = 0;
  let over = false;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (over) return;
    if (size > maxBytes) {
      over = true;
      first = rest = null;
      done('too large');
    } else if (first === null) first = chunk;
    else if (rest === null) rest = [first, chunk];
    else rest.push(chunk);
  });
  request.on('end', () => {
    if (over) return;
    if (rest !== null) done(Buffer.concat(rest, size));
    else done(first ?? Buffer.alloc(0));
  });
  // Without a listener, a client that goes away would end the process.
  request.on('error', ignore);
}

const ignore = () => {};
