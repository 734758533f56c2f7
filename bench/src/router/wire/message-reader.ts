const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;

type OnMessage = (head: string, body: Buffer) => void;

/** Cuts the bytes of a connection into HTTP/1.1 messages, pipelined or not. Source: RFC 9112 §6. */
export function messageReader(onMessage: OnMessage): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let size = 0;
  /** Fewer bytes than these hold no whole message. */
  let needed = 1;
  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= needed) {
      const bytes = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting);
      const used = cut(bytes, onMessage);
      if (used <= 0) {
        waiting = [bytes];
        needed = -used;
        return;
      }
      needed = 1;
      size -= used;
      waiting = size === 0 ? [] : [bytes.subarray(used)];
    }
  };
}

/** The length of the first message, given on; or, negative, how many bytes it takes at least. */
function cut(bytes: Buffer, onMessage: OnMessage): number {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return -(bytes.length + 1);
  const head = bytes.toString('latin1', 0, end);
  const start = end + END_OF_HEAD.length;
  const length = LENGTH.exec(head);
  if (length === null && CHUNKED.test(head)) return cutChunked(bytes, start, head, onMessage);
  const total = start + Number(length?.[1] ?? 0);
  if (bytes.length < total) return -total;
  onMessage(head, bytes.subarray(start, total));
  return total;
}

function cutChunked(bytes: Buffer, start: number, head: string, onMessage: OnMessage): number {
  const chunks: Buffer[] = [];
  let at = start;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return -(bytes.length + 1);
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + length + 2;
    if (bytes.length < next) return -next;
    if (length === 0) break;
    chunks.push(bytes.subarray(line + 2, line + 2 + length));
    at = next;
  }
  onMessage(head, Buffer.concat(chunks));
  return bytes.indexOf('\r\n', at) + 4;
}
