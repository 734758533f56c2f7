import type { RunOperation } from '../operations/run.ts';
import type { PlanEvents } from '../subscriptions/event-execution.ts';
import type { UsageRecorder } from './recorder.ts';

type Count = UsageRecorder['count'];

/** Counts each operation that is run. */
export const countedRun =
  (run: RunOperation, count: Count): RunOperation =>
  (operation, variables, scope) => {
    count(operation, scope.clientHeaders);
    return run(operation, variables, scope);
  };

/** Counts each stream once: a stream is planned anew when the supergraph changes under it. */
export function countedPlans(plan: PlanEvents, count: Count): PlanEvents {
  const known = new WeakSet<object>();
  return (operation, variables, caller) => {
    if (!known.has(caller)) {
      known.add(caller);
      count(operation, caller.clientHeaders);
    }
    return plan(operation, variables, caller);
  };
}
