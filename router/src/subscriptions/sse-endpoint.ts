import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Viewer } from '@souk/platform/identity';
import type { Answering, Exchange } from '../http/exchange.ts';
import type { Identify } from '../http/identify.ts';
import type { RawHeaders } from '../http/response-headers.ts';
import type { Refusal } from '../operations/refusal.ts';
import type { ClientStream } from './client-stream.ts';
import type { StreamRequest } from './stream-request.ts';
import type { Caller, Streams } from './streams.ts';
import type { EndReason } from './subscription-metrics.ts';

/** Serves a request whose answer is an event stream. Never throws. */
export type SseEndpoint = (exchange: Exchange, parameters: unknown) => Promise<void>;

/** After one of these a client has so long for the last event, and is then cut off. */
const CUT_OFF: ReadonlySet<EndReason> = new Set(['slow', 'expired', 'draining']);
const LAST_EVENT_MS = 5_000;

const COMPLETE = 'event: complete\ndata:\n\n';
const HEARTBEAT = ':\n\n';

/**
 * GraphQL over Server-Sent Events, distinct connections mode (graphql-sse, PROTOCOL.md): `next`
 * events, then `complete`. What is refused before the operation is looked at has a status of its
 * own; whatever the operation brings, errors of validation too, is told in the stream.
 *
 * The frames are written here and not by graphql-sse, whose handler keeps for a slow client
 * whatever comes: here an event is made only when the one before it has been taken.
 */
export function sseEndpoint(options: {
  streams: Streams;
  read: (parameters: unknown) => Promise<StreamRequest | Refusal>;
  identify: Identify;
  payerOf: (request: IncomingMessage, viewer: Viewer | null) => string;
  headersOf: (request: IncomingMessage, requestId: string) => Readonly<Record<string, string>>;
  heartbeatMs: number;
  answering: Answering;
  /** What all answers of /graphql have. */
  commonHeaders: (request: IncomingMessage) => RawHeaders;
}): SseEndpoint {
  const { streams, read, identify, payerOf, headersOf, answering } = options;

  async function serve(exchange: Exchange, parameters: unknown): Promise<void> {
    const { request, response, requestId } = exchange;
    const viewer = await identify(request);
    const asked = await read(parameters);
    if ('status' in asked) return answering.refuse(exchange, asked);
    const caller: Caller = {
      viewer,
      headers: headersOf(request, requestId),
      clientHeaders: request.headers,
      payer: payerOf(request, viewer),
      transport: 'sse',
      isGet: request.method === 'GET',
    };
    const opened = await streams.open(asked, caller);
    if ('refusal' in opened) return answering.refuse(exchange, opened.refusal);
    if (response.destroyed) {
      if ('stream' in opened) void opened.stream.return();
      return;
    }
    response.writeHead(200, [
      ...['content-type', 'text/event-stream; charset=utf-8'],
      ...['cache-control', 'no-store', 'x-accel-buffering', 'no', 'x-request-id', requestId],
      ...options.commonHeaders(request),
    ]);
    if ('errors' in opened) {
      response.end(`${frame(JSON.stringify({ errors: opened.errors }))}${COMPLETE}`);
      return;
    }
    await send(response, opened.stream, options.heartbeatMs);
  }

  return (exchange, parameters) =>
    serve(exchange, parameters).catch((error: unknown) => {
      if (exchange.response.headersSent) exchange.response.destroy();
      else answering.fail(exchange, error);
    });
}

const frame = (text: string): string => `event: next\ndata: ${text}\n\n`;

async function send(
  response: ServerResponse,
  stream: ClientStream,
  heartbeatMs: number,
): Promise<void> {
  const heart = heartbeat(response, heartbeatMs);
  let last: NodeJS.Timeout | undefined;
  let isDraining = false;
  response.once('close', () => void stream.return());
  void stream.ended.then((reason) => {
    isDraining = reason === 'draining';
    if (CUT_OFF.has(reason)) last = setTimeout(() => response.destroy(), LAST_EVENT_MS).unref();
  });
  try {
    for await (const text of stream) {
      if (!(await written(response, frame(text)))) return;
    }
    // Without `complete`, a client knows that there is more to be had elsewhere.
    if (!isDraining) await written(response, COMPLETE);
    response.end();
  } finally {
    clearTimeout(last);
    heart.stop();
  }
}

/** Resolves once the system has taken it; false where the client has gone. */
const written = (response: ServerResponse, text: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!response.writable) return resolve(false);
    response.once('close', gone);
    response.write(text, (error) => {
      response.off('close', gone);
      resolve(!error);
    });
    function gone(): void {
      resolve(false);
    }
  });

/** Tells the client that the stream lives; one that has not taken the last two is let go. */
function heartbeat(response: ServerResponse, everyMs: number): { stop: () => void } {
  let untaken = 0;
  const beat = (): void => {
    if (!response.writable) return;
    if (untaken >= 2) return void response.destroy();
    untaken++;
    response.write(HEARTBEAT, () => {
      untaken = 0;
    });
  };
  // At once, too: some browsers do not show a stream before its first bytes.
  beat();
  const timer = setInterval(beat, everyMs);
  return { stop: () => clearInterval(timer) };
}
