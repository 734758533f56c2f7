import { createHash } from 'node:crypto';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
} from 'graphql';
import { isolateClientFields } from '../plan/client-aliases.ts';
import { compilePlan } from '../plan/compile.ts';
import type { CompiledOperation } from '../plan/compiled.ts';
import { type PlanCache, planCache } from '../plan/plan-cache.ts';
import { selectionTree } from '../plan/selection-tree.ts';
import { SUPPORTED_FEATURES, unsupportedFeature } from './features.ts';
import { type RequiredNames, requiredNames } from './required-names.ts';

/** One immutable supergraph and the operations planned on it. */
export type Generation = {
  /** Hash of the supergraph's text. */
  readonly id: string;
  readonly sdl: string;
  readonly api: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** Plans an operation once. Throws GraphQLError where it cannot be planned. */
  readonly compile: (source: OperationSource) => CompiledOperation;
  /** The operations used most recently, to warm the next generation with. */
  readonly inUse: (count: number) => readonly OperationSource[];
};

/** A valid document and which of its operations; `hash` is that of its text. */
export type OperationSource = {
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
};

/** Builds a generation. Throws an Error that says why a supergraph cannot be served. */
export function buildGeneration(sdl: string, options: { maxPlans: number }): Generation {
  const unsupported = unsupportedFeature(sdl);
  if (unsupported !== null) throw new Error(unsupported);
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: SUPPORTED_FEATURES,
    validateSupergraph: true,
  });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const required = requiredNames(supergraphSchema);
  const cache: PlanCache<{ source: OperationSource; compiled: CompiledOperation }> = planCache(
    options.maxPlans,
  );

  return {
    id: createHash('sha256').update(sdl).digest('hex').slice(0, 16),
    sdl,
    api: apiSchema.toGraphQLJSSchema(),
    supergraph: supergraphSchema,
    subgraphs: supergraph.subgraphsMetadata(),
    compile: (source) => {
      const key = `${source.hash} ${source.operationName ?? ''}`;
      const known = cache.get(key);
      if (known !== undefined) return known.compiled;
      const compiled = plan(apiSchema, planner, required, source);
      cache.set(key, { source, compiled });
      return compiled;
    },
    inUse: (count) => cache.recent(count).map(({ source }) => source),
  };
}

function plan(
  apiSchema: ReturnType<Supergraph['apiSchema']>,
  planner: QueryPlanner,
  required: RequiredNames,
  { document, operationName }: OperationSource,
): CompiledOperation {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const message = operationName
      ? `Unknown operation named "${operationName}".`
      : 'Must provide operation name if query contains multiple operations.';
    throw new GraphQLError(message);
  }
  if (operation.operation === 'subscription') {
    throw new GraphQLError('Subscriptions are not served here.', {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
  const isolated = isolateClientFields(document, required);
  const planned = planner.buildQueryPlan(
    operationFromDocument(apiSchema, isolated.document, {
      validate: false,
      ...(operationName !== undefined && { operationName }),
    }),
  );
  return {
    operation,
    fragments: fragmentsOf(document),
    selects: selectionTree(document, operation),
    plan: planned.node ? compilePlan(planned.node) : null,
    fetchedAs: isolated.fetchedAs,
    clientName: isolated.clientName,
  };
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
