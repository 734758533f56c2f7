import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, request } from 'undici';
import { eventStreamReader } from './event-stream.ts';

/** How a stream from one instance ended. */
export type StreamEnd =
  /** The subgraph said so. */
  | { readonly kind: 'complete' }
  /** It opened no stream: it gave an answer, the text of its body. */
  | { readonly kind: 'answer'; readonly text: string }
  /** The instance cannot be reached or has gone away; another one may do better. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** No instance would do better. */
  | { readonly kind: 'refused'; readonly reason: string };

export type ConnectionLimits = {
  /** Until the stream is open. */
  readonly connectMs: number;
  /** Between two chunks, once the subgraph has sent a heartbeat. */
  readonly silenceMs: number;
  readonly maxEventBytes: number;
};

const EVENT_STREAM = /^text\/event-stream\b/i;
const JSON_TYPE = /^application\/(graphql-response\+)?json\b/i;

/**
 * Opens a subscription at one instance, as GraphQL over SSE has it (distinct connections mode), and
 * reads it to its end. Aborting the signal ends it, as lost. Never rejects.
 */
export async function readUpstream(
  target: {
    readonly dispatcher: Dispatcher;
    readonly url: URL;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
  limits: ConnectionLimits,
  on: { readonly open: () => void; readonly next: (text: string) => void },
): Promise<StreamEnd> {
  const giveUp = new AbortController();
  const late = setTimeout(() => giveUp.abort(), limits.connectMs);
  try {
    const response = await request(target.url, {
      dispatcher: target.dispatcher,
      method: 'POST',
      headers: { ...target.headers, accept: 'text/event-stream' },
      body: target.body,
      signal: AbortSignal.any([target.signal, giveUp.signal]),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const type = contentType(response.headers);
    if (response.statusCode !== 200 || !EVENT_STREAM.test(type)) {
      return await answered(response, type, limits.maxEventBytes);
    }
    clearTimeout(late);
    on.open();
    return await follow(response.body, limits, giveUp, on.next);
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'refused', reason: error.message };
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = giveUp.signal.aborted ? 'silent for too long' : `${code} ${message}`;
    return { kind: 'lost', reason };
  } finally {
    clearTimeout(late);
  }
}

async function follow(
  body: Dispatcher.ResponseData['body'],
  { silenceMs, maxEventBytes }: ConnectionLimits,
  giveUp: AbortController,
  next: (text: string) => void,
): Promise<StreamEnd> {
  let isComplete = false;
  let silence: NodeJS.Timeout | undefined;
  const feed = eventStreamReader({
    maxLength: maxEventBytes,
    onEvent: ({ event, data }) => {
      if (isComplete) return;
      if (event === 'complete') isComplete = true;
      else if (event === 'next') next(data);
    },
    // A subgraph that never sends heartbeats may be silent for as long as nothing happens.
    onComment: () => {
      silence ??= setTimeout(() => giveUp.abort(), silenceMs);
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      silence?.refresh();
      feed(decoder.decode(chunk as Buffer, { stream: true }));
      if (isComplete) break;
    }
  } finally {
    clearTimeout(silence);
  }
  return isComplete ? { kind: 'complete' } : { kind: 'lost', reason: 'closed before its end' };
}

/** An answer of another kind: GraphQL that says why, or something of a proxy. */
async function answered(
  { statusCode, body }: Dispatcher.ResponseData,
  type: string,
  maxBytes: number,
): Promise<StreamEnd> {
  let text = '';
  for await (const chunk of body.setEncoding('utf8')) {
    text += chunk;
    if (text.length > maxBytes) break;
  }
  const reason = `answered ${statusCode} ${type}, and no event stream`;
  if (statusCode === 429 || statusCode >= 500) return { kind: 'lost', reason };
  return JSON_TYPE.test(type) && text.length <= maxBytes
    ? { kind: 'answer', text }
    : { kind: 'refused', reason };
}

const contentType = (headers: IncomingHttpHeaders): string => String(headers['content-type'] ?? '');
