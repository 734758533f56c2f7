import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';

/** One request to a service. */
export type FetchStep = {
  readonly kind: 'fetch';
  readonly subgraph: string;
  /** Where its answer goes, `orders.nodes.@`; '' at the root. */
  readonly path: string;
  /** The entities that it completes; empty where it asks for root fields. */
  readonly entities: readonly string[];
  /** The document that the service is sent, without line breaks. */
  readonly operation: string;
};

/** A query plan as people look at it: what happens at once, what after what. */
export type Step =
  | FetchStep
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  /** Only where a variable is true, or false. */
  | { readonly kind: 'if'; readonly variable: string; readonly is: boolean; readonly step: Step }
  /** Once, and then `step` for every event. */
  | { readonly kind: 'subscription'; readonly primary: FetchStep; readonly step: Step | null };

/** Null where nothing has to be fetched. */
export const stepOf = ({ node }: QueryPlan): Step | null =>
  node === undefined ? null : ofNode(node, '');

function ofNode(node: PlanNode | SubscriptionNode, path: string): Step | null {
  switch (node.kind) {
    case 'Fetch':
      return fetchStep(node, path);
    case 'Flatten':
      return ofNode(node.node, node.path.join('.'));
    case 'Sequence':
      return several('sequence', node.nodes, path);
    case 'Parallel':
      return several('parallel', node.nodes, path);
    case 'Condition':
      return ofEither(node.condition, [node.ifClause, node.elseClause], path);
    case 'Subscription': {
      const rest = node.rest === undefined ? null : ofNode(node.rest, path);
      return { kind: 'subscription', primary: fetchStep(node.primary, path), step: rest };
    }
    case 'Defer': {
      const nodes = [node.primary.node, ...node.deferred.map((deferred) => deferred.node)];
      return several(
        'sequence',
        nodes.filter((each) => each !== undefined),
        path,
      );
    }
  }
}

function several(
  kind: 'sequence' | 'parallel',
  nodes: readonly PlanNode[],
  path: string,
): Step | null {
  const steps = nodes.flatMap((node) => ofNode(node, path) ?? []);
  return steps.length > 1 ? { kind, steps } : (steps[0] ?? null);
}

function ofEither(
  variable: string,
  clauses: readonly (PlanNode | undefined)[],
  path: string,
): Step | null {
  const steps = clauses.flatMap((clause, index): Step[] => {
    const step = clause === undefined ? null : ofNode(clause, path);
    return step === null ? [] : [{ kind: 'if', variable, is: index === 0, step }];
  });
  return steps.length > 1 ? { kind: 'parallel', steps } : (steps[0] ?? null);
}

const fetchStep = ({ serviceName, requires, operation }: FetchNode, path: string): FetchStep => ({
  ...{ kind: 'fetch', subgraph: serviceName, path, operation },
  entities: [
    ...new Set(
      (requires ?? []).flatMap((selection) =>
        selection.kind === 'InlineFragment' && selection.typeCondition !== undefined
          ? [selection.typeCondition]
          : [],
      ),
    ),
  ],
});
