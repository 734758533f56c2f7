import { createHash } from 'node:crypto';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Authorization, authorization } from '../authorization/authorization.ts';
import { directiveNames } from '../authorization/directive-names.ts';
import type { AuthorizationOptions } from '../authorization/options.ts';
import { unfiltered, type Variant } from '../authorization/variant.ts';
import { unknownOperation } from '../errors/operation-error.ts';
import { demandControl } from '../limits/cost.ts';
import { costDirectiveNames } from '../limits/cost-directives.ts';
import type { DemandControl } from '../limits/estimate.ts';
import { isolateClientFields } from '../plan/client-aliases.ts';
import type { CompiledOperation } from '../plan/compiled.ts';
import { KEPT_LENGTH, lengthOf } from '../plan/kept-length.ts';
import { compileOperation } from '../plan/operation.ts';
import { SUPPORTED_FEATURES, unsupportedFeature } from './features.ts';
import { type OverrideLabels, overrideLabels } from './override-labels.ts';
import { requiredNames } from './required-names.ts';

/** One immutable supergraph and the operations planned on it. */
export type Generation = {
  /** Hash of the supergraph's text. */
  readonly id: string;
  readonly sdl: string;
  readonly api: GraphQLSchema;
  readonly supergraph: GraphQLSchema;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** A hash of a subgraph's own schema, as the supergraph has it. */
  readonly subgraphHash: (name: string) => string;
  /**
   * Plans and compiles an operation, once for each variant. Throws GraphQLError where it cannot be
   * planned.
   */
  readonly compile: (source: OperationSource, variant?: Variant) => CompiledOperation;
  /** The query plan itself, for people to look at. Null where nothing has to be fetched. */
  readonly explain: (source: OperationSource, variant?: Variant) => QueryPlan;
  /** What viewers may have of its operations. */
  readonly authorization: Authorization;
  /** What its operations cost; null where nobody asked for that. */
  readonly demandControl: DemandControl | null;
  /** The labels of progressive `@override` that can change an operation's plan. */
  readonly overrideLabels: OverrideLabels;
  /** The operations used most recently, to warm the next generation with. */
  readonly inUse: (count: number) => readonly OperationSource[];
};

/** A valid document and which of its operations; `hash` is that of its text. */
export type OperationSource = {
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
};

export type GenerationOptions = {
  readonly maxPlans: number;
  readonly authorization?: AuthorizationOptions;
  /** Absent: costs are not estimated. */
  readonly demandControl?: { readonly listSize: number };
  /** Told when an operation has been planned and compiled; times are of performance.now(). */
  readonly onPlanned?: (planned: { readonly from: number; readonly to: number }) => void;
};

/** Builds a generation. Throws an Error that says why a supergraph cannot be served. */
export function buildGeneration(sdl: string, options: GenerationOptions): Generation {
  const unsupported = unsupportedFeature(sdl);
  if (unsupported !== null) throw new Error(unsupported);
  const supergraph = Supergraph.build(sdl, {
    supportedFeatures: SUPPORTED_FEATURES,
    validateSupergraph: true,
  });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const schemas = {
    api: apiSchema.toGraphQLJSSchema(),
    supergraph: supergraph.schema.toGraphQLJSSchema(),
  };
  const required = requiredNames(schemas.supergraph);
  const cache = new LRUCache<string, { source: OperationSource; compiled: CompiledOperation }>({
    max: options.maxPlans,
    maxSize: KEPT_LENGTH,
    sizeCalculation: ({ source }) => lengthOf(source.document),
  });

  /** `document` is what is left of an operation, under names of our own where they are needed. */
  const planOf = (
    document: DocumentNode,
    operationName: string | undefined,
    overrides: ReadonlyMap<string, boolean>,
  ): QueryPlan =>
    planner.buildQueryPlan(
      operationFromDocument(apiSchema, document, {
        validate: false,
        ...(operationName !== undefined && { operationName }),
      }),
      { overrideConditions: new Map(overrides) },
    );

  const make = (source: OperationSource, variant: Variant): CompiledOperation => {
    const { document, operationName } = source;
    if (!getOperationAST(document, operationName)) throw unknownOperation(operationName);
    const { filtered, overrides } = variant;
    const isolated = isolateClientFields(filtered ?? document, required);
    const plan = filtered === null ? null : planOf(isolated.document, operationName, overrides);
    return compileOperation(schemas, source, variant, isolated, plan);
  };

  const hashes = new Map<string, string>();
  return {
    id: hashed(sdl).slice(0, 16),
    sdl,
    ...schemas,
    subgraphs: supergraph.subgraphsMetadata(),
    subgraphHash: (name) => {
      const hash = hashes.get(name) ?? hashed(String(supergraph.subgraphs().get(name)));
      hashes.set(name, hash);
      return hash;
    },
    authorization: authorization(
      schemas.supergraph,
      directiveNames(supergraph.schema),
      options.authorization,
    ),
    demandControl: options.demandControl
      ? demandControl(
          schemas.supergraph,
          costDirectiveNames(supergraph.schema),
          options.demandControl,
        )
      : null,
    overrideLabels: overrideLabels(schemas.supergraph, required),
    compile: (source, variant = unfiltered(source.document)) => {
      const key = keyOf(source, variant);
      const known = cache.get(key);
      if (known !== undefined) return known.compiled;
      const from = performance.now();
      const compiled = make(source, variant);
      options.onPlanned?.({ from, to: performance.now() });
      cache.set(key, { source, compiled });
      return compiled;
    },
    explain: ({ document, operationName }, variant = unfiltered(document)) => {
      if (variant.filtered === null) return { kind: 'QueryPlan' };
      const isolated = isolateClientFields(variant.filtered, required);
      return planOf(isolated.document, operationName, variant.overrides);
    },
    inUse: (count) =>
      [
        ...new Map(
          [...cache.values()]
            .slice(0, count)
            .toReversed()
            .map(({ source }) => [`${source.hash} ${source.operationName ?? ''}`, source]),
        ).values(),
      ].toReversed(),
  };
}

const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');

function keyOf({ hash, operationName }: OperationSource, { key, overrides }: Variant): string {
  let on = '';
  for (const [label, isOn] of overrides) if (isOn) on += ` ${label}`;
  return `${hash} ${operationName ?? ''} ${key}${on}`;
}
