import type { IncomingHttpHeaders } from 'node:http';
import { type Context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';

/** The context of a traceparent (W3C Trace Context, section 3.2); the root where there is none. */
export function contextOf(traceparent: string | undefined): Context {
  const parsed = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parsed === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parsed);
}

export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, '0')}`;
}

/**
 * Puts all that reads a request's headers below the span. Where that begins a trace, the caller's
 * tracestate is of another one, and does not go on (W3C Trace Context, section 3.3).
 */
export function putBelow(span: Span, parent: Context, headers: IncomingHttpHeaders): void {
  headers.traceparent = traceparentOf(span);
  if (parent === ROOT_CONTEXT) delete headers.tracestate;
}
