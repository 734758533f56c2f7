import type { Failure, RawError } from '../errors/subgraph-error.ts';
import type { CompiledFetch, CompiledOperation } from '../plan/compiled.ts';
import type { Failures } from './failures.ts';
import type { Data } from './merge.ts';

/** A subgraph's answer, or why there is none. Its data is the executor's own: it is merged in place. */
export type SubgraphAnswer =
  | {
      readonly data: Record<string, unknown> | null;
      readonly errors: readonly RawError[];
      /** The response's Cache-Control, where the entity cache wants it. */
      readonly cacheControl?: string | undefined;
    }
  | { readonly failure: Failure };

/** Sends one operation to one subgraph. Never throws. */
export type Send = (fetch: {
  readonly service: string;
  readonly isMutation: boolean;
  readonly body: string;
}) => Promise<SubgraphAnswer>;

/** Entities that are known already. */
export type EntityCache = {
  /**
   * Per representation the entity, null where it is known that there is none, or undefined.
   * `variables`: JSON of the fetch's variables. What it gives is merged in place: give copies.
   */
  readonly lookup: (
    fetch: CompiledFetch,
    variables: string,
    representations: readonly string[],
  ) => readonly unknown[];
  /** Told of each entity of an answer without errors, before it is merged. */
  readonly store: (
    fetch: CompiledFetch,
    variables: string,
    representation: string,
    entity: unknown,
    cacheControl: string | undefined,
  ) => void;
};

/** What one request brings to an operation. */
export type ExecutionRequest = {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What `compiled.coerce` made of them, where that was asked before. */
  readonly coerced?: Readonly<Record<string, unknown>>;
  readonly send: Send;
  readonly cache?: EntityCache;
};

/** What the execution of one request knows. */
export type ExecutionScope = {
  readonly compiled: CompiledOperation;
  readonly data: Data;
  /** As the client sent them: subgraphs coerce for themselves. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Coerced, with defaults: for conditions. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly failures: Failures;
  readonly send: Send;
  readonly cache: EntityCache | null;
};
