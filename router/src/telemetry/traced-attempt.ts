import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { Attempt } from '../transport/attempt.ts';
import { contextOf } from './span-context.ts';

/** A span for each try of a fetch: retries and hedges are more than one. */
export const tracedAttempt =
  (tracer: Tracer) =>
  (service: string, attempt: Attempt): Attempt =>
  async (choice, dispatch) => {
    const { traceparent } = dispatch.headers.fields;
    if (traceparent === undefined) return attempt(choice, dispatch);
    const attributes = { 'graphql.subgraph.name': service, 'router.is_probe': choice.isProbe };
    const options = { kind: SpanKind.CLIENT, attributes };
    const span = tracer.startSpan('attempt', options, contextOf(traceparent));
    const tried = await attempt(choice, dispatch);
    if ('fault' in tried) {
      const { code } = tried.fault.failure.extensions;
      span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
    return tried;
  };
