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
