import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import type { Headers } from './passed-headers.ts';

/** The servers of one service that a request can be passed on to. */
export type Upstream = {
  /** Throws UpstreamError, or what the body fails with. */
  send: (asked: {
    readonly method: string;
    /** Path and query, as the client sent them. */
    readonly path: string;
    readonly headers: Headers;
    readonly body: Readable | null;
    readonly signal: AbortSignal;
  }) => Promise<Dispatcher.ResponseData>;
  close: () => Promise<void>;
};

/** No server could be reached, or none answered in time. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly isTimeout: boolean;

  constructor(isTimeout: boolean, cause?: unknown) {
    super(isTimeout ? 'no answer in time' : 'no server could be reached', { cause });
    this.isTimeout = isTimeout;
  }
}

const CONNECT_MS = 1_000;

/**
 * Sends to the instances in turn. One that cannot be reached is passed over where the request has no
 * body, which cannot be sent twice. Within the deadline the head of an answer must have come, and
 * every further piece of it. Milliseconds.
 */
export function upstream(options: {
  /** Origins of the instances at the moment. */
  origins: () => readonly string[];
  deadlineMs: number;
}): Upstream {
  const { origins, deadlineMs } = options;
  const dispatcher = new Agent({
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    connect: { timeout: Math.min(CONNECT_MS, deadlineMs) },
  });
  let turn = 0;

  return {
    send: async ({ method, path, headers, body, signal }) => {
      const known = origins();
      const tries = body === null ? known.length : Math.min(1, known.length);
      const first = turn++;
      let last: unknown;
      for (let index = 0; index < tries; index++) {
        const origin = known[(first + index) % known.length] ?? '';
        try {
          // Not undici's own `request`, which resolves the path.
          return await dispatcher.request({
            origin,
            path,
            method: method as Dispatcher.HttpMethod,
            headers,
            body,
            signal,
          });
        } catch (error) {
          last = error;
          if (signal.aborted || !isFault(error)) throw error;
          if (!isUnreached(error)) break;
        }
      }
      throw new UpstreamError(TIMEOUTS.has(codeOf(last)), last);
    },
    close: () => dispatcher.destroy(),
  };
}

const TIMEOUTS: ReadonlySet<unknown> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

const UNREACHED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const codeOf = (error: unknown) => (error as { code?: unknown } | undefined)?.code;

/** Nothing of the request was sent. */
const isUnreached = (error: unknown) => UNREACHED.has(codeOf(error));

/** The other side's or the network's, not that of the body on its way. */
const isFault = (error: unknown) =>
  typeof codeOf(error) === 'string' && codeOf(error) !== 'PAYLOAD_TOO_LARGE';
