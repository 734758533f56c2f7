import type { IncomingMessage, ServerResponse } from 'node:http';
import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { contextOf, putBelow } from './span-context.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A span for each request. Its traceparent takes the place of the client's, so that all that reads
 * this header, here and in subgraphs, is below it. No query string and no header is recorded.
 */
export const tracedRequest =
  (tracer: Tracer) =>
  (route: string, handler: Handler): Handler =>
  (request, response) => {
    const { headers, method = '' } = request;
    const attributes = { 'http.request.method': method, 'http.route': route };
    const parent = contextOf(headers.traceparent as string | undefined);
    const span = tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    putBelow(span, parent, headers);
    if (span.isRecording()) {
      response.once('close', () => {
        const { statusCode, writableFinished } = response;
        span.setAttribute('http.response.status_code', statusCode);
        if (!writableFinished) span.setAttribute('error.type', 'client_gone');
        if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
    }
    handler(request, response);
  };
