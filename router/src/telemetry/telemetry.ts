import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import type { Identify } from '../http/identify.ts';
import type { JudgedScope } from '../http/judged-scope.ts';
import type { ExecuteOperation } from '../operations/execute.ts';
import type { Attempt } from '../transport/attempt.ts';
import type { Transports } from '../transport/transports.ts';
import { apolloStages } from './apollo-stages.ts';
import { planClock } from './plan-clock.ts';
import { stageMetrics } from './stage-metrics.ts';
import { tracedAttempt } from './traced-attempt.ts';
import { tracedRequest } from './traced-request.ts';
import { tracedExecute, tracedIdentify, tracedTransports } from './traced-stages.ts';
import { type AroundSubscribing, tracedSubscribing } from './traced-subscribing.ts';
import { tracedUpgrade, type Upgrade } from './traced-upgrade.ts';
import { openTracing } from './tracing.ts';
import type { TracingScope } from './tracing-contract.ts';
import type { TracingConfig } from './tracing-env.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Puts itself around the parts of the router. Without tracing, parts stay as they are. */
export type Telemetry = {
  readonly stages: ApolloServerPlugin<JudgedScope>;
  readonly onPlanned: (planned: { readonly from: number; readonly to: number }) => void;
  readonly observeStage: ReturnType<typeof stageMetrics>;
  readonly traced: (route: string, handler: Handler) => Handler;
  readonly identify: (identify: Identify) => Identify;
  readonly execute: (execute: ExecuteOperation) => ExecuteOperation;
  readonly transports: (transports: Transports) => Transports;
  readonly tracedUpgrade: (route: string, upgrade: Upgrade) => Upgrade;
  readonly aroundSubscribing: AroundSubscribing | undefined;
  readonly aroundAttempt: ((service: string, attempt: Attempt) => Attempt) | undefined;
  close: () => Promise<void>;
};

export async function openTelemetry(
  config: TracingConfig,
  scope: TracingScope,
): Promise<Telemetry> {
  const observeStage = stageMetrics(scope.metrics);
  const clock = planClock(observeStage);
  const tracing = await openTracing(config, scope);
  const tracer = tracing?.tracer ?? null;
  const timed =
    (identify: Identify): Identify =>
    (request) => {
      const from = performance.now();
      const asking = identify(request);
      const end = () => observeStage('identity', performance.now() - from);
      asking?.then(end, end);
      return asking;
    };
  return {
    stages: apolloStages(observeStage, tracer),
    onPlanned: clock.onPlanned,
    observeStage,
    traced: tracer === null ? (_, handler) => handler : tracedRequest(tracer),
    identify: (identify) => timed(tracer === null ? identify : tracedIdentify(tracer, identify)),
    execute: (execute) => (tracer === null ? execute : tracedExecute(tracer, clock, execute)),
    transports: (all) => (tracer === null ? all : tracedTransports(tracer, all)),
    tracedUpgrade: tracer === null ? (_, upgrade) => upgrade : tracedUpgrade(tracer),
    aroundSubscribing: tracer === null ? undefined : tracedSubscribing(tracer),
    aroundAttempt: tracer === null ? undefined : tracedAttempt(tracer),
    close: async () => tracing?.close(),
  };
}
