import type { ApolloServerPlugin } from '@apollo/server';
import type { Tracer } from '@opentelemetry/api';
import type { JudgedScope } from '../http/judged-scope.ts';
import { contextOf } from './span-context.ts';
import type { ObserveStage, Stage } from './stage-metrics.ts';

/** Observes what only the judge does: parsing and validating. */
export function apolloStages(
  observe: ObserveStage,
  tracer: Tracer | null,
): ApolloServerPlugin<JudgedScope> {
  /** Gives what ends the stage. */
  const begin = (stage: Stage, { headers }: JudgedScope): (() => void) => {
    const from = performance.now();
    const span = tracer?.startSpan(stage, {}, contextOf(headers.traceparent));
    return () => {
      observe(stage, performance.now() - from);
      span?.end();
    };
  };
  return {
    requestDidStart: async () => ({
      parsingDidStart: async ({ contextValue }) => {
        const end = begin('parse', contextValue);
        return async () => end();
      },
      validationDidStart: async ({ contextValue }) => {
        const end = begin('validate', contextValue);
        return async () => end();
      },
    }),
  };
}
