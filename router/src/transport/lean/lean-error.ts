/**
 * Why there is no answer.
 * - LEAN_CONNECT: no connection within its time; nothing was sent.
 * - LEAN_TIMEOUT: the request's deadline passed.
 * - LEAN_CLOSED: the connection ended first.
 * - LEAN_PROTOCOL: the answer is not HTTP/1.x, or says something that was not asked for.
 * - LEAN_TOO_LARGE: the answer is over a limit.
 * - LEAN_BUSY: too many requests wait already; nothing was sent.
 * - LEAN_REQUEST: the request's path or headers could not be sent safely; nothing was sent.
 */
export type LeanErrorCode =
  | 'LEAN_CONNECT'
  | 'LEAN_TIMEOUT'
  | 'LEAN_CLOSED'
  | 'LEAN_PROTOCOL'
  | 'LEAN_TOO_LARGE'
  | 'LEAN_BUSY'
  | 'LEAN_REQUEST';

export class LeanError extends Error {
  readonly code: LeanErrorCode;
  /** Bytes of the request may have reached the server: it may have been carried out. */
  readonly sent: boolean;
  /**
   * The request itself is not at fault, and nothing of its answer came: an idempotent request may be
   * sent again, any other only if `sent` is false. Source: RFC 9110 section 9.2.2.
   */
  readonly retryable: boolean;

  constructor(
    code: LeanErrorCode,
    message: string,
    fate: { readonly sent: boolean; readonly retryable: boolean },
  ) {
    super(message);
    this.name = 'LeanError';
    this.code = code;
    this.sent = fate.sent;
    this.retryable = fate.retryable;
  }
}
