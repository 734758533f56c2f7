import { connect, type Socket } from 'node:net';
import type { LeanOptions } from './contract.ts';
import { answer, closed, type Exchange, fail, timeout } from './exchange.ts';
import { idleLimitMs } from './idle-limit.ts';
import { LeanError } from './lean-error.ts';
import { Outbox } from './outbox.ts';
import { protocolFault } from './protocol-fault.ts';
import { ResponseParser } from './response-parser.ts';

/** What a connection tells its pool. */
export type ConnectionEvents = {
  opened: () => void;
  /** Answers were read: there may be room for more requests. */
  freed: () => void;
  /** The server sent what is no answer, or an answer to nothing. */
  desynced: () => void;
  /** It is over; these requests were never written. */
  ended: (connection: Connection, why: string, unsent: readonly Exchange[]) => void;
};

const READ_BYTES = 65_536;

/** Below this nobody closes a connection for being idle, and to look up when costs. */
const ALWAYS_FRESH_MS = 500;

/**
 * How long a request whose deadline passed while others were answered before it may stand at the
 * head: its own answer may be on its way, and those behind it still want theirs.
 */
const EXPIRED_HEAD_MS = 20;

/** One keep-alive connection and the requests on it, in the order of their answers. */
export class Connection {
  isOpen = false;
  isOver = false;
  /** Since when the first request has had the server's attention, or since when there is none. */
  since: number;
  /** Milliseconds that an answer takes, as a moving average. */
  typicalMs = 0;

  private readonly exchanges: Exchange[] = [];
  /** How many of the exchanges have been written. */
  private written = 0;
  private carry: Buffer | null = null;
  private lastHead = '';
  /** Null: not looked up since the last answer. */
  private lastIdleLimit: number | null = null;
  private readonly connectBy: number;
  private readonly socket: Socket;
  private readonly outbox: Outbox;
  private readonly parser: ResponseParser;
  private readonly options: LeanOptions;
  private readonly events: ConnectionEvents;

  constructor(
    address: { readonly host: string; readonly port: number },
    options: LeanOptions,
    events: ConnectionEvents,
    now: number,
  ) {
    this.options = options;
    this.events = events;
    this.since = now;
    this.connectBy = now + options.connectTimeoutMs;
    this.parser = new ResponseParser(options);
    this.socket = connect({
      ...address,
      noDelay: true,
      // One buffer for all that is read: an answer is decoded before the next read.
      onread: {
        buffer: Buffer.allocUnsafeSlow(READ_BYTES),
        callback: (size, bytes) => {
          this.read(bytes as Buffer, size);
          return true;
        },
      },
    });
    this.outbox = new Outbox(this.socket);
    this.socket.once('connect', () => {
      this.isOpen = true;
      this.since = performance.now();
      events.opened();
    });
    this.socket.once('end', () => this.ended());
    this.socket.on('error', (error: NodeJS.ErrnoException) => this.over(error.code ?? 'error'));
    this.socket.once('close', () => this.over('by the server'));
  }

  get load(): number {
    return this.exchanges.length;
  }

  /** Requests wait to be written: one more costs no write of its own. */
  get isGathering(): boolean {
    return this.written < this.exchanges.length;
  }

  /** No request is on it, and the server has not had reason to close it yet. */
  isIdle(now: number): boolean {
    if (!this.isOpen || this.isOver || this.exchanges.length > 0) return false;
    return now - this.since < this.idleLimit(now);
  }

  /** A request that need not be alone may be put with those that are there, if so many may be. */
  hasRoom(depth: number): boolean {
    return (
      this.isOpen &&
      !this.isOver &&
      this.exchanges.length < depth &&
      this.exchanges[0]?.exclusive !== true &&
      !this.socket.writableNeedDrain
    );
  }

  send(exchange: Exchange): void {
    exchange.write = this.outbox.write;
    this.exchanges.push(exchange);
    this.outbox.add(exchange);
  }

  /** Writes what was given to `send`. */
  flush(now: number): void {
    if (this.isOver || this.outbox.isEmpty) return;
    if (this.written === 0) this.since = now;
    this.written = this.exchanges.length;
    this.outbox.flush();
  }

  /** Ends what is past its time; returns when to look again. */
  expire(now: number): number {
    if (!this.isOpen) {
      if (now >= this.connectBy) this.over('connect timeout');
      return this.connectBy;
    }
    if (this.exchanges.length === 0) {
      const limit = this.idleLimit(now);
      if (now - this.since >= limit) this.over('idle');
      return this.since + limit;
    }
    let next = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.exchanges.length; i++) {
      const exchange = this.exchanges[i];
      if (exchange === undefined || exchange.settle === null) continue;
      // Counted as sent even if its write is still being gathered: it cannot be called back.
      if (exchange.deadlineAt <= now) fail(exchange, timeout(true));
      else next = Math.min(next, exchange.deadlineAt);
    }
    const first = this.exchanges[0];
    if (first !== undefined && first.deadlineAt <= now && this.written > 0) {
      const patience = this.since + EXPIRED_HEAD_MS;
      if (patience > now) return Math.min(next, patience);
      this.over('a request before this one was not answered in time');
    }
    return next;
  }

  /** Ends it; whoever waits learns why. */
  over(why: string, fault: LeanError | null = null): void {
    if (this.isOver) return;
    this.isOver = true;
    this.socket.destroy();
    const begun = this.parser.begun || this.carry !== null;
    const unsent: Exchange[] = [];
    for (let i = 0; i < this.exchanges.length; i++) {
      const exchange = this.exchanges[i];
      if (exchange === undefined || exchange.settle === null) continue;
      if (i >= this.written) unsent.push(exchange);
      else if (i === 0 && fault !== null) fail(exchange, fault);
      else fail(exchange, closed(why, { sent: true, retryable: i > 0 || !begun }));
    }
    this.exchanges.length = 0;
    this.written = 0;
    this.events.ended(this, why, unsent);
  }

  private idleLimit(now: number): number {
    if (now - this.since < ALWAYS_FRESH_MS) return this.options.keepAliveMs;
    this.lastIdleLimit ??= idleLimitMs(this.lastHead, this.options.keepAliveMs);
    return this.lastIdleLimit;
  }

  private read(buffer: Buffer, size: number): void {
    if (this.isOver) return;
    let bytes = buffer;
    let end = size;
    if (this.carry !== null) {
      bytes = Buffer.concat([this.carry, buffer.subarray(0, size)]);
      end = bytes.length;
      this.carry = null;
    }
    try {
      this.readAnswers(bytes, end);
    } catch (error) {
      const fault = error instanceof LeanError ? error : protocolFault('unreadable');
      if (fault.code === 'LEAN_PROTOCOL') this.events.desynced();
      this.over(fault.message, fault);
    }
    if (!this.isOver) this.events.freed();
  }

  private readAnswers(bytes: Buffer, end: number): void {
    const now = performance.now();
    for (let at = 0; at < end && !this.isOver; ) {
      // An answer to nothing would be taken for the answer to the next request.
      if (this.written === 0) {
        // An idle server may say that it closes; what follows an answer at once is no such word.
        if (at > 0) this.events.desynced();
        this.over('bytes that nobody asked for');
        return;
      }
      at = this.parser.consume(bytes, at, end);
      if (this.parser.response !== null) this.answered(now);
      else if (at < end) {
        this.carry = Buffer.from(bytes.subarray(at, end));
        return;
      }
    }
  }

  private answered(now: number): void {
    const { response, close } = this.parser;
    const exchange = this.exchanges.shift();
    if (exchange === undefined || response === null) return;
    this.parser.response = null;
    this.written -= 1;
    this.typicalMs += (now - this.since - this.typicalMs) / 16;
    this.since = now;
    this.lastHead = response.head;
    this.lastIdleLimit = null;
    answer(exchange, response);
    if (close) this.over('the server said so');
    // What is left of that request would be read as the next one.
    else if (!this.outbox.hasLeft(exchange.write)) this.over('answered before it was asked');
  }

  private ended(): void {
    const response = this.parser.end();
    if (response !== null && this.written > 0) this.answered(performance.now());
    this.over('by the server');
  }
}
