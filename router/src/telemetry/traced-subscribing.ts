import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { contextOf, traceparentOf } from './span-context.ts';

/** One attempt to open a stream at a subgraph. */
export type Subscribing = {
  readonly headers: Readonly<Record<string, string>>;
  /** The stream is open, or why it is not. Only what is told first counts. */
  readonly end: (failure: string | null) => void;
};

export type AroundSubscribing = (
  service: string,
  headers: Readonly<Record<string, string>>,
) => Subscribing;

/** A span for each attempt to open a stream, until it is open or has failed; below it, the subgraph's. */
export const tracedSubscribing =
  (tracer: Tracer): AroundSubscribing =>
  (service, headers) => {
    const attributes = {
      'graphql.subgraph.name': service,
      'graphql.operation.type': 'subscription',
    };
    const options = { kind: SpanKind.CLIENT, attributes };
    const span = tracer.startSpan(`subscribe ${service}`, options, contextOf(headers.traceparent));
    return {
      headers: { ...headers, traceparent: traceparentOf(span) },
      end: (failure) => {
        if (!span.isRecording()) return;
        if (failure !== null) {
          span.setAttribute('error.type', failure).setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  };
