import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { CompiledFetch, CompiledNode } from './compiled.ts';
import { conditionsOf } from './conditions.ts';
import { broughtBy } from './selection-tree.ts';

/** Turns the planner's plan into ours. Throws for nodes that are not executed here. */
export function compilePlan(node: PlanNode | SubscriptionNode): CompiledNode {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node);
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map(compilePlan) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map(compilePlan) };
    case 'Flatten':
      return {
        kind: 'flatten',
        path: node.path.map(String),
        node: compilePlan(node.node),
      };
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        ifTrue: node.ifClause ? compilePlan(node.ifClause) : null,
        ifFalse: node.elseClause ? compilePlan(node.elseClause) : null,
      };
    default:
      throw new Error(`A plan node of kind ${node.kind} is not executed by this router.`);
  }
}

function compileFetch(node: FetchNode): CompiledFetch {
  if (node.requires !== undefined && node.variableUsages?.includes('representations')) {
    throw new GraphQLError('A variable cannot be named "representations" here.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  const outputRewrites = node.outputRewrites ?? [];
  const renamed = new Map<string, string>();
  for (const rewrite of outputRewrites) {
    const alias = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && alias !== undefined) {
      renamed.set(alias, rewrite.renameKeyTo);
    }
  }
  const mergedName = (fetched: string) => renamed.get(fetched) ?? fetched;
  const name = node.operationName === undefined ? '' : JSON.stringify(node.operationName);
  const operationName = name === '' ? '' : `"operationName":${name},`;
  return {
    kind: 'fetch',
    service: node.serviceName,
    isMutation: node.operationKind === 'mutation',
    bodyPrefix: `{"query":${JSON.stringify(node.operation)},${operationName}"variables":`,
    variables: node.variableUsages ?? [],
    requires: node.requires ?? null,
    inputRewrites: node.inputRewrites ?? [],
    outputRewrites,
    brings: broughtBy(node.operation, node.requires !== undefined, mergedName),
    conditions: conditionsOf(node.operation),
    mergedName,
  };
}
