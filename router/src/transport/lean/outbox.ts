import type { Socket } from 'node:net';
import type { Exchange } from './exchange.ts';

/** Requests of one turn of the event loop, gathered to leave in one write. */
export class Outbox {
  /** Counted from 1: the write that is being gathered. */
  write = 1;
  /** The last write known to be wholly with the operating system. */
  private delivered = 0;
  private text = '';
  private parts: (string | Buffer)[] = [];
  private readonly socket: Socket;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  get isEmpty(): boolean {
    return this.text === '' && this.parts.length === 0;
  }

  add({ start, headers, body }: Pick<Exchange, 'start' | 'headers' | 'body'>): void {
    const length = Buffer.byteLength(body);
    const whole = `${start}${headers}content-length: ${length}\r\n\r\n`;
    // As many bytes as characters: ASCII only. A request target is nothing else.
    if (length === body.length && Buffer.byteLength(headers) === headers.length) {
      this.text += whole + body;
      return;
    }
    // Header values are bytes, bodies are UTF-8: one string cannot be both.
    if (this.text !== '') this.parts.push(this.text);
    this.parts.push(Buffer.from(whole, 'latin1'), Buffer.from(body));
    this.text = '';
  }

  flush(): void {
    const { socket, parts } = this;
    if (socket.writableLength === 0) this.delivered = this.write - 1;
    if (parts.length === 0) socket.write(this.text, 'latin1');
    else {
      socket.cork();
      for (const part of parts) socket.write(part, 'latin1');
      if (this.text !== '') socket.write(this.text, 'latin1');
      socket.uncork();
      this.parts = [];
    }
    this.text = '';
    if (socket.writableLength === 0) this.delivered = this.write;
    this.write += 1;
  }

  /** Whether a write has wholly left; false when in doubt. */
  hasLeft(write: number): boolean {
    return write <= this.delivered || this.socket.writableLength === 0;
  }
}
