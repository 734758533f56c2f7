import { tooLarge } from './protocol-fault.ts';

/** Kept from answer to answer, up to this size. */
const KEPT_BYTES = 65_536;

/** Collects the parts of a body; its memory serves one answer after another. */
export class BodyBuffer {
  private bytes: Buffer = Buffer.alloc(0);
  private length = 0;
  private readonly maxBytes: number;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** Throws LEAN_TOO_LARGE. What a server announces is not allocated before it comes. */
  append(part: Buffer, from: number, to: number): void {
    const needed = this.length + to - from;
    if (needed > this.maxBytes) throw tooLarge('body', this.maxBytes);
    if (needed > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length, 4_096));
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    part.copy(this.bytes, this.length, from, to);
    this.length = needed;
  }

  takeText(): string {
    const text = decodeText(this.bytes, 0, this.length);
    this.length = 0;
    if (this.bytes.length > KEPT_BYTES) this.bytes = Buffer.alloc(0);
    return text;
  }
}

/** UTF-8 without a byte order mark; what is malformed becomes U+FFFD, as everywhere on the web. */
export function decodeText(bytes: Buffer, from: number, to: number): string {
  const marked =
    to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
  return bytes.toString('utf8', marked ? from + 3 : from, to);
}
