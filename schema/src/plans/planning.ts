import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { overrideLabels } from '@souk/router/generation/override-labels';
import { requiredNames } from '@souk/router/generation/required-names';
import { demandControl } from '@souk/router/limits/cost';
import { costDirectiveNames } from '@souk/router/limits/cost-directives';
import type { DocumentNode } from 'graphql';
import { once } from '../once.ts';

/** As the router has it by default: items that a list without `@listSize` is taken to have. */
const LIST_SIZE = 10;

/** Plans operations that are valid on one supergraph, without running any. */
export type Planning = {
  /** `on` are the labels of progressive `@override` that are on. Throws an Error where no plan is found. */
  plan: (document: DocumentNode, name: string | undefined, on: readonly string[]) => QueryPlan;
  /**
   * What demand control takes the operation to cost before its variables are known, in the units of
   * `limits.max_cost`. Throws GraphQLError for cost directives with arguments of a wrong type.
   */
  cost: (document: DocumentNode, name: string | undefined) => number;
  /** The labels that can change the operation's plan. */
  labels: (document: DocumentNode) => readonly string[];
};

/** What is expensive is made at the first operation. */
export function planning(supergraph: Supergraph): Planning {
  const api = once(() => supergraph.apiSchema());
  const planner = once(() => new QueryPlanner(supergraph));
  const whole = once(() => supergraph.schema.toGraphQLJSSchema());
  const labels = once(() => overrideLabels(whole(), requiredNames(whole())));
  const costs = once(() =>
    demandControl(whole(), costDirectiveNames(supergraph.schema), { listSize: LIST_SIZE }),
  );
  return {
    plan: (document, operationName, on) =>
      planner().buildQueryPlan(
        operationFromDocument(api(), document, {
          validate: false,
          ...(operationName !== undefined && { operationName }),
        }),
        { overrideConditions: new Map(on.map((label) => [label, true])) },
      ),
    cost: (document, name) => costs().prepare(document, name)({}),
    labels: (document) => labels()(document),
  };
}
