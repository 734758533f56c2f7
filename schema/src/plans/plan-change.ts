import { figuresOf, type PlanFigures } from '@souk/router/plan-view/figures';
import { stepOf } from '@souk/router/plan-view/step';
import type { Operation } from '../operations/operation.ts';
import { nameOf } from './operation-name.ts';
import type { Planning } from './planning.ts';

/** Which labels of progressive `@override` are on. */
export type LabelState = readonly string[];

/** Requests of an operation before and after, in one state of its labels. */
export type PlanChange = { state: LabelState; before: PlanFigures; after: PlanFigures };

/** How an operation's plans differ; `impossible` says why there is none any more. */
export type PlanChanges =
  | { impossible: string; state: LabelState }
  | { changes: readonly PlanChange[]; cost: { before: number; after: number } };

/** Plans an operation on both sides, in every state. Null where it could not be planned before. */
export function planChanges(
  { document }: Operation,
  before: Planning,
  after: Planning,
): PlanChanges | null {
  const name = nameOf(document);
  const labels = [...new Set([...before.labels(document), ...after.labels(document)])].sort();
  const changes: PlanChange[] = [];
  for (const state of statesOf(labels)) {
    let was: PlanFigures;
    try {
      was = figuresOf(stepOf(before.plan(document, name, state)));
    } catch {
      return null;
    }
    try {
      const is = figuresOf(stepOf(after.plan(document, name, state)));
      changes.push({ state, before: was, after: is });
    } catch (error) {
      return { state, impossible: error instanceof Error ? error.message : String(error) };
    }
  }
  const cost = { before: before.cost(document, name), after: after.cost(document, name) };
  return { changes, cost };
}

/** All off, each one alone, all on. */
function statesOf(labels: readonly string[]): LabelState[] {
  const each = labels.map((label) => [label]);
  return [[], ...each, ...(labels.length > 1 ? [labels] : [])];
}
