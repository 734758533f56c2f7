import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { Identify } from '../http/identify.ts';
import { isRefused } from '../operations/answer.ts';
import type { ExecuteOperation } from '../operations/execute.ts';
import type { Transports } from '../transport/transports.ts';
import type { PlanClock } from './plan-clock.ts';
import { contextOf, traceparentOf } from './span-context.ts';

const ERROR = { code: SpanStatusCode.ERROR } as const;

/** A span where a token is verified. */
export const tracedIdentify =
  (tracer: Tracer, identify: Identify): Identify =>
  (request) => {
    const asking = identify(request);
    if (asking === null) return null;
    const parent = contextOf(request.headers.traceparent as string | undefined);
    const span = tracer.startSpan('identity', {}, parent);
    asking.then(
      () => span.end(),
      () => span.setStatus(ERROR).end(),
    );
    return asking;
  };

/** A span for the execution, and one for the planning in it; fetches are below it. */
export const tracedExecute =
  (tracer: Tracer, clock: PlanClock, execute: ExecuteOperation): ExecuteOperation =>
  (operation, variant, variables, scope) => {
    const parent = contextOf(scope.headers.traceparent);
    const { operationName } = operation.source;
    const attributes = {
      'graphql.operation.type': operation.kind,
      ...(operationName !== undefined && { 'graphql.operation.name': operationName }),
      'graphql.document.hash': operation.source.hash,
      'router.generation': operation.generation.id,
    };
    const span = tracer.startSpan('execute', { attributes }, parent);
    if (!span.isRecording()) return execute(operation, variant, variables, scope);
    const headers = { ...scope.headers, traceparent: traceparentOf(span) };
    clock.take();
    const executing = execute(operation, variant, variables, { ...scope, headers });
    const planned = clock.take();
    if (planned !== null) {
      const startTime = performance.timeOrigin + planned.from;
      const planning = tracer.startSpan('plan', { startTime }, contextOf(headers.traceparent));
      planning.end(performance.timeOrigin + planned.to);
    }
    executing.then(
      (text) => {
        const hasErrors = text.startsWith('{"errors":');
        span.setAttribute('graphql.response.has_errors', hasErrors);
        if (isRefused(text)) span.setStatus(ERROR);
        span.end();
      },
      () => span.setStatus(ERROR).end(),
    );
    return executing;
  };

/** A span for each fetch, whose traceparent the subgraph gets. Of a failure only the code is told. */
export function tracedTransports(tracer: Tracer, transports: Transports): Transports {
  return {
    close: transports.close,
    of: (subgraph) => {
      const send = transports.of(subgraph);
      return async (request) => {
        const attributes = {
          'graphql.subgraph.name': subgraph.name,
          'graphql.operation.type': request.isMutation ? 'mutation' : 'query',
        };
        const options = { kind: SpanKind.CLIENT, attributes };
        const parent = contextOf(request.headers.traceparent);
        const span = tracer.startSpan(`fetch ${subgraph.name}`, options, parent);
        if (!span.isRecording()) return send(request);
        const headers = { ...request.headers, traceparent: traceparentOf(span) };
        const answer = await send({ ...request, headers });
        if ('failure' in answer) {
          span.setAttribute('error.type', answer.failure.extensions.code).setStatus(ERROR);
        } else if (answer.errors.length > 0) {
          span.setAttribute('graphql.response.errors', answer.errors.length);
        }
        span.end();
        return answer;
      };
    },
  };
}
