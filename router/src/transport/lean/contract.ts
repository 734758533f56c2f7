import type { RenderedHeaders } from './rendered-headers.ts';

export type LeanOptions = {
  /** `http://host:port`; every other scheme is refused. */
  readonly origin: string;
  /** Connections open at once, those being opened among them. */
  readonly maxSockets: number;
  /** Requests on one connection at once, answered or not yet: 1 switches pipelining off. */
  readonly pipelining: number;
  /** Requests that may wait for a connection. */
  readonly maxQueued: number;
  /** Bytes of one answer's body. */
  readonly maxResponseBytes: number;
  /** Bytes of one answer's status line and fields, interim answers and trailers among them. */
  readonly maxHeaderBytes: number;
  readonly connectTimeoutMs: number;
  /** A connection unused for so long is closed; sooner if the server's Keep-Alive field says so. */
  readonly keepAliveMs: number;
};

export type LeanRequestOptions = {
  /** Has a connection for itself while it lasts: for mutations, and for what is known to be slow. */
  readonly exclusive: boolean;
  /** On the clock of `performance.now()`, milliseconds. Infinity: none. */
  readonly deadlineAt: number;
  /** What that clock says, for who has just looked at it. */
  readonly now?: number;
};

export type LeanResponse = {
  readonly status: number;
  /** The body, decoded as UTF-8, without a byte order mark. */
  readonly text: string;
  /** The header section as it came, without the status line; read it with `headerOf`. */
  readonly head: string;
};

export type LeanStats = {
  /** Connections that are open, and those being opened. */
  readonly sockets: number;
  readonly connecting: number;
  /** Requests given to a connection whose answers are not complete. */
  readonly inFlight: number;
  readonly queued: number;
};

/** Sends POST requests to one origin over HTTP/1.1 connections that it keeps and pipelines on. */
export type LeanClient = {
  /**
   * Sends a body as it is; the headers must say what it is. Rejects with LeanError only, and never
   * sends a request twice unless not one byte of it had been written.
   * `path` is the request target: path and query, escaped.
   */
  post: (
    path: string,
    headers: RenderedHeaders,
    body: string,
    options: LeanRequestOptions,
  ) => Promise<LeanResponse>;
  stats: () => LeanStats;
  /** Closes all connections at once; requests under way reject with LEAN_CLOSED. */
  close: () => void;
};
