import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { collectorOf } from '../execute/collect-code.ts';
import type { Data } from '../execute/merge.ts';
import { generalMerge, mergerOf } from '../execute/merge-code.ts';
import { keepOnly, withoutForeign } from '../execute/only-asked.ts';
import { representersOf } from '../execute/represent-code.ts';
import { askedBy } from './asked.ts';
import { isPlainName } from './code.ts';
import type { CompiledFetch, CompiledNode, CompiledSubscription } from './compiled.ts';
import { conditionsOf } from './conditions.ts';
import { foreignNames } from './foreign-names.ts';
import { lazily } from './lazily.ts';
import { broughtBy } from './selection-tree.ts';
import { type Writes, writesAt } from './writes.ts';

/** Turns the planner's plan into ours. Throws for nodes that are not executed here. */
export function compilePlan(
  root: PlanNode | SubscriptionNode,
  supergraph: GraphQLSchema,
): { plan: CompiledNode | null; subscription: CompiledSubscription | null } {
  const writes: Writes[] = [];
  const fetch = (node: FetchNode, path: readonly string[]): CompiledFetch => {
    const compiled = compileFetch(node, path, supergraph, writes);
    writes.push(compiled);
    return compiled;
  };
  const compile = (node: PlanNode, path: readonly string[]): CompiledNode => {
    switch (node.kind) {
      case 'Fetch':
        return fetch(node, path);
      case 'Sequence':
        return { kind: 'sequence', nodes: node.nodes.map((child) => compile(child, path)) };
      case 'Parallel':
        return { kind: 'parallel', nodes: node.nodes.map((child) => compile(child, path)) };
      case 'Flatten':
        return compile(node.node, [...path, ...node.path.map(String)]);
      case 'Condition':
        return {
          kind: 'condition',
          variable: node.condition,
          ifTrue: node.ifClause ? compile(node.ifClause, path) : null,
          ifFalse: node.elseClause ? compile(node.elseClause, path) : null,
        };
      default:
        throw new Error(`A plan node of kind ${node.kind} is not executed by this router.`);
    }
  };
  if (root.kind !== 'Subscription') return { plan: compile(root, []), subscription: null };
  const primary = fetch(root.primary, []);
  return { plan: null, subscription: { primary, rest: root.rest ? compile(root.rest, []) : null } };
}

function compileFetch(
  node: FetchNode,
  path: readonly string[],
  supergraph: GraphQLSchema,
  writes: readonly Writes[],
): CompiledFetch {
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
  const isEntityFetch = node.requires !== undefined;
  const brings = broughtBy(node.operation, isEntityFetch, mergedName);
  const requires = node.requires ?? null;
  const inputRewrites = node.inputRewrites ?? [];
  const isSettled = (key: string) => !writes.some((w) => w !== compiled && writesAt(w, path, key));
  const collect = lazily(() => collectorOf(path));
  const representers = lazily(() => representersOf(supergraph, requires ?? [], inputRewrites));
  const merge = lazily(() =>
    outputRewrites.length > 0 ? generalMerge(supergraph) : mergerOf(supergraph, brings, isSettled),
  );
  const asked = lazily(() => askedBy(supergraph, node.operation, isEntityFetch));
  const keepAsked = lazily(() => keepOnly(asked()));
  const discard = lazily(() => {
    if (outputRewrites.length > 0 || ![...brings.keys()].every(isPlainName)) return keepAsked();
    const others = writes.filter((other) => other !== compiled);
    const foreign = foreignNames(compiled, asked(), others);
    return foreign === null ? null : withoutForeign(supergraph, foreign);
  });
  const compiled: CompiledFetch = {
    kind: 'fetch',
    service: node.serviceName,
    isMutation: node.operationKind === 'mutation',
    path,
    query: node.operation,
    operationName: node.operationName,
    bodyPrefix: `{"query":${JSON.stringify(node.operation)},${operationName}"variables":`,
    variables: node.variableUsages ?? [],
    requires,
    inputRewrites,
    outputRewrites,
    brings,
    conditions: conditionsOf(node.operation),
    mergedName,
    collect: (root) => collect()(root),
    discardUnasked: (entities, groups, isWell) => {
      const clean = isWell ? discard() : keepAsked();
      if (clean === null) return;
      for (let i = 0; i < entities.length; i++) {
        const entity = entities[i];
        if (typeof entity !== 'object' || entity === null) continue;
        clean(entity as Data, groups[i]?.[0]?.__typename ?? (entity as Data).__typename);
      }
    },
    representer: (typename) => representers()(typename),
    merge: (target, source, isFirst) => merge()(target, source, isFirst),
  };
  return compiled;
}
