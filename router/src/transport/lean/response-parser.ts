import { BodyBuffer, decodeText } from './body-buffer.ts';
import { readChunkSize } from './chunk-size.ts';
import type { LeanOptions, LeanResponse } from './contract.ts';
import { protocolFault, tooLarge } from './protocol-fault.ts';
import {
  INCOMPLETE,
  type ResponseHead,
  readFields,
  readHead,
  readLineEnd,
} from './response-head.ts';

type State = 'head' | 'length' | 'untilClose' | 'chunkSize' | 'chunk' | 'chunkEnd' | 'trailers';

/**
 * Reads the answers to POST requests from bytes as they come, one answer after another. Throws
 * LEAN_PROTOCOL and LEAN_TOO_LARGE; after that, and after `close`, it is of no more use.
 */
export class ResponseParser {
  /** The answer that `consume` has read to its end. */
  response: LeanResponse | null = null;
  /** The connection ends with this answer. */
  close = false;

  private state: State = 'head';
  private readonly head: ResponseHead = {
    status: 0,
    minor: 0,
    contentLength: null,
    chunked: false,
    close: false,
    fieldsFrom: 0,
  };
  private fields = '';
  /** Bytes of this answer that are not its body: what must not grow without limit. */
  private overhead = 0;
  /** Bytes of the body or of the chunk that are still to come. */
  private remaining = 0;
  private readonly chunk = { size: 0 };
  private readonly body: BodyBuffer;
  private readonly maxBody: number;
  private readonly maxOverhead: number;

  constructor(limits: Pick<LeanOptions, 'maxResponseBytes' | 'maxHeaderBytes'>) {
    this.maxBody = limits.maxResponseBytes;
    this.maxOverhead = limits.maxHeaderBytes;
    this.body = new BodyBuffer(limits.maxResponseBytes);
  }

  /** Something of the next answer has been consumed. */
  get begun(): boolean {
    return this.state !== 'head' || this.overhead > 0;
  }

  /**
   * Reads one answer, or as much of it as is there; returns how far it came. What is left over must
   * be given again, with more bytes behind it, unless `response` is set.
   */
  consume(bytes: Buffer, from: number, end: number): number {
    let at = from;
    while (at < end && this.response === null) {
      const next = this.step(bytes, at, end);
      if (next === INCOMPLETE) {
        this.limitOverhead(this.overhead + end - at);
        break;
      }
      at = next;
    }
    return at;
  }

  /** The server has ended the connection: the answer if that completes one. */
  end(): LeanResponse | null {
    if (this.state === 'untilClose') this.finish(this.body.takeText());
    return this.response;
  }

  private step(bytes: Buffer, at: number, end: number): number {
    switch (this.state) {
      case 'head':
        return this.readHead(bytes, at, end);
      case 'length':
        return this.readLength(bytes, at, end);
      case 'untilClose':
        this.body.append(bytes, at, end);
        return end;
      case 'chunkSize':
        return this.readChunkSize(bytes, at, end);
      case 'chunk':
        return this.readChunk(bytes, at, end);
      case 'chunkEnd': {
        const next = readLineEnd(bytes, at, end);
        if (next !== INCOMPLETE) this.state = 'chunkSize';
        return next;
      }
      case 'trailers': {
        const next = readFields(bytes, at, end, null);
        if (next === INCOMPLETE) return INCOMPLETE;
        this.limitOverhead(this.overhead + next - at);
        this.finish(this.body.takeText());
        return next;
      }
    }
  }

  /** Source: RFC 9112 section 6.3. */
  private readHead(bytes: Buffer, at: number, end: number): number {
    const { head } = this;
    const next = readHead(bytes, at, end, head);
    if (next === INCOMPLETE) return INCOMPLETE;
    this.overhead += next - at;
    this.limitOverhead(this.overhead);
    const { status, contentLength, chunked } = head;
    if (chunked && head.minor === 0) throw protocolFault('chunks in HTTP/1.0');
    if (chunked && contentLength !== null) throw protocolFault('both a length and chunks');
    if (status < 200) {
      if (status === 101) throw protocolFault('another protocol');
      return next;
    }
    this.close = head.close;
    this.fields = bytes.toString('latin1', head.fieldsFrom, next - 2);
    if (status === 204 || status === 304) this.finish('');
    else if (chunked) this.state = 'chunkSize';
    else if (contentLength === null) {
      this.close = true;
      this.state = 'untilClose';
    } else {
      if (contentLength > this.maxBody) throw tooLarge('body', this.maxBody);
      // Most answers are all there already: no copy.
      if (next + contentLength <= end) {
        this.finish(decodeText(bytes, next, next + contentLength));
        return next + contentLength;
      }
      this.remaining = contentLength;
      this.state = 'length';
    }
    return next;
  }

  private readLength(bytes: Buffer, at: number, end: number): number {
    const next = this.readBody(bytes, at, end);
    if (this.remaining === 0) this.finish(this.body.takeText());
    return next;
  }

  private readChunkSize(bytes: Buffer, at: number, end: number): number {
    const next = readChunkSize(bytes, at, end, this.chunk);
    if (next === INCOMPLETE) return INCOMPLETE;
    this.remaining = this.chunk.size;
    // Small chunks are fair, extensions without end are not: only what is longer than a size counts.
    this.overhead += Math.max(0, next - at - 10);
    this.limitOverhead(this.overhead);
    this.state = this.remaining === 0 ? 'trailers' : 'chunk';
    return next;
  }

  private readChunk(bytes: Buffer, at: number, end: number): number {
    const next = this.readBody(bytes, at, end);
    if (this.remaining === 0) this.state = 'chunkEnd';
    return next;
  }

  private readBody(bytes: Buffer, at: number, end: number): number {
    const next = Math.min(end, at + this.remaining);
    this.body.append(bytes, at, next);
    this.remaining -= next - at;
    return next;
  }

  private limitOverhead(size: number): void {
    if (size > this.maxOverhead) throw tooLarge('header section', this.maxOverhead);
  }

  private finish(text: string): void {
    this.response = { status: this.head.status, text, head: this.fields };
    this.state = 'head';
    this.overhead = 0;
  }
}
