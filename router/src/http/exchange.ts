import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, codes } from '@souk/platform/errors';
import type { Logger } from '@souk/platform/log';
import { internalFailure, type Refusal, refusalText } from '../operations/refusal.ts';
import type { RawHeaders } from './response-headers.ts';

/** One request of /graphql and what its answer has, however it ends. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path of the endpoint: the graph's own, or a contract's. */
  readonly route: string;
  readonly requestId: string;
  /** What the answer is sent as. */
  readonly mediaType: string;
  readonly startedAt: number;
};

/** Ends exchanges. */
export type Answering = {
  send: (exchange: Exchange, status: number, text: string, headers: RawHeaders) => void;
  refuse: (exchange: Exchange, refusal: Refusal) => void;
  /** Tells of an AppError, and masks and logs anything else. */
  fail: (exchange: Exchange, error: unknown) => void;
};

const NONE: RawHeaders = [];
/** What every 401 has to say (RFC 9110, section 15.5.2). */
const CHALLENGE: RawHeaders = ['www-authenticate', 'Bearer'];

export function answering(send: Answering['send'], log: Logger): Answering {
  const refuse = (exchange: Exchange, refusal: Refusal) => {
    const { status, retryAfter, allow, fields = NONE } = refusal;
    const headers = [
      ...(retryAfter === undefined ? NONE : ['retry-after', String(retryAfter)]),
      ...(allow === undefined ? NONE : ['allow', allow]),
      ...fields,
    ];
    send(exchange, status, refusalText(refusal), headers);
  };
  return {
    send,
    refuse,
    fail: (exchange, error) => {
      if (error instanceof AppError) {
        const { code, message, details } = error;
        const text = JSON.stringify({ errors: [{ message, extensions: { ...details, code } }] });
        const { status } = codes[code];
        send(exchange, status, text, status === 401 ? CHALLENGE : NONE);
        return;
      }
      log.error({ err: error }, 'request failed');
      refuse(exchange, internalFailure);
    },
  };
}
