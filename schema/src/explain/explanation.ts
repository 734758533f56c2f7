import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { figuresOf, type PlanFigures } from '@souk/router/plan-view/figures';
import { type Step, stepOf } from '@souk/router/plan-view/step';
import type { DocumentNode } from 'graphql';
import type { Planning } from '../plans/planning.ts';

/** How an operation would be fetched. */
export type Explanation = {
  /** The operation's name; null where it has none. */
  name: string | null;
  /** Null where nothing has to be fetched. */
  step: Step | null;
  figures: PlanFigures;
  /** What demand control takes it to cost before its variables are known. */
  cost: number;
  /** Labels of progressive `@override`: those that it was planned with, and all that could matter. */
  labels: { on: readonly string[]; known: readonly string[] };
  /** The plan as Apollo's tools write it. */
  plan: string;
};

/** Explains a valid operation. Throws an Error where no plan is found. */
export function explained(
  { plan: planOf, cost, labels }: Planning,
  document: DocumentNode,
  { name, on }: { name: string | undefined; on: readonly string[] },
): Explanation {
  const plan = planOf(document, name, on);
  const step = stepOf(plan);
  return {
    ...{ name: name ?? null, step, figures: figuresOf(step), cost: cost(document, name) },
    labels: { on, known: labels(document) },
    plan: prettyFormatQueryPlan(plan),
  };
}
