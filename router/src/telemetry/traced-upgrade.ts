import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { contextOf, putBelow } from './span-context.ts';

/** Takes a connection over from HTTP, or refuses it. Gives the status that it answered with. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => number;

/**
 * A span for each upgrade, until it is answered: connections may last for days. What is then asked
 * for on the connection is below it.
 */
export const tracedUpgrade =
  (tracer: Tracer) =>
  (route: string, upgrade: Upgrade): Upgrade =>
  (request, socket, head) => {
    const { headers, method = '' } = request;
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'network.protocol.name': 'websocket',
    };
    const parent = contextOf(headers.traceparent as string | undefined);
    const span = tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    );
    putBelow(span, parent, headers);
    const status = upgrade(request, socket, head);
    span.setAttribute('http.response.status_code', status);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    return status;
  };
