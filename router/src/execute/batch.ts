import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { CompiledFetch } from '../plan/compiled.ts';
import type { Data } from './merge.ts';
import { representationOf } from './representations.ts';
import type { ExecutionScope } from './request.ts';
import { applyRewrites } from './rewrites.ts';
import type { Target } from './targets.ts';

/** The representations of an entity fetch, each once, with the objects that wait for it. */
export type Batch = {
  readonly json: readonly string[];
  readonly targets: readonly (readonly Target[])[];
};

/**
 * Builds the representations of all targets. Where a needed value is missing because its own fetch
 * failed, that failure is the failure of what would have been fetched here.
 */
export function batchOf(
  fetch: CompiledFetch,
  requires: readonly QueryPlanSelectionNode[],
  targets: readonly Target[],
  { supergraph, failures, coerced }: ExecutionScope,
): Batch {
  // The planner fetches what a conditional field requires under the field's own condition.
  const leavesOut = fetch.conditions.some(
    ({ variable, leavesOutWhen }) => coerced[variable] === leavesOutWhen,
  );
  const mayLack = (at: Data, key: string) => leavesOut && failures.at(at, key).length === 0;
  const waiting = new Map<string, Target[]>();
  for (const target of targets) {
    const representation = representationOf(supergraph, target.value, requires, mayLack);
    if ('built' in representation) {
      applyRewrites(supergraph, fetch.inputRewrites, representation.built);
      const json = JSON.stringify(representation.built);
      const group = waiting.get(json);
      if (group === undefined) waiting.set(json, [target]);
      else group.push(target);
    } else if (representation.missing !== null) {
      const { at, key } = representation.missing;
      for (const { failure } of failures.at(at, key)) {
        failures.noteAll(target.value, fetch.brings, { failure, path: undefined });
      }
    }
  }
  return { json: [...waiting.keys()], targets: [...waiting.values()] };
}
