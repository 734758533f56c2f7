import type { LeanResponse } from './contract.ts';
import { LeanError } from './lean-error.ts';
import type { RenderedHeaders } from './rendered-headers.ts';

/** One request and what becomes of it. */
export type Exchange = {
  /** Request line and host. */
  readonly start: string;
  readonly headers: RenderedHeaders;
  readonly body: string;
  readonly exclusive: boolean;
  readonly deadlineAt: number;
  /** Null once it is settled: its answer, if one comes, is of no interest any more. */
  settle: { resolve: (response: LeanResponse) => void; reject: (error: LeanError) => void } | null;
  /** The write of its connection that carries it, counted from 1. */
  write: number;
};

export function answer(exchange: Exchange, response: LeanResponse): void {
  const { settle } = exchange;
  exchange.settle = null;
  settle?.resolve(response);
}

export function fail(exchange: Exchange, error: LeanError): void {
  const { settle } = exchange;
  exchange.settle = null;
  settle?.reject(error);
}

export const timeout = (sent: boolean): LeanError =>
  new LeanError('LEAN_TIMEOUT', 'no answer within the deadline', { sent, retryable: false });

export const closed = (why: string, fate: { sent: boolean; retryable: boolean }): LeanError =>
  new LeanError('LEAN_CLOSED', `connection closed: ${why}`, fate);
