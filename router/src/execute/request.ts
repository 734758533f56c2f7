import type { Failure, RawError } from '../errors/subgraph-error.ts';
import type { CompiledFetch, CompiledOperation } from '../plan/compiled.ts';
import type { Failures } from './failures.ts';
import type { Data } from './merge.ts';

/** A subgraph's answer, or why there is none. Its data is the executor's own: it is merged in place. */
export type SubgraphAnswer =
  | {
      readonly data: Record<string, unknown> | null;
      readonly errors: readonly RawError[];
      /** Whether no string of the data needs an escape in JSON; absent: nobody looked. */
      readonly unescaped?: boolean;
      /** A header of the response, by its name in lower case. */
      readonly header?: ((name: string) => string | undefined) | undefined;
    }
  | { readonly failure: Failure };

/** Sends one operation to one subgraph. Never throws. */
export type Send = (fetch: {
  readonly service: string;
  readonly isMutation: boolean;
  readonly body: string;
  /** When its time began, if that was before now. */
  readonly since?: number | undefined;
}) => Promise<SubgraphAnswer>;

/** Answers that are known already. */
export type EntityCache = {
  /**
   * Asks for the entities of these representations, or with null for the data of a fetch that needs
   * none. `variables`: JSON of the fetch's variables. Null: the fetch has to be sent as a whole.
   */
  readonly visit: (
    fetch: CompiledFetch,
    variables: string,
    representations: readonly string[] | null,
  ) => Visit | null;
  /** Another number after each invalidation: what began under another one may be stale. */
  readonly epoch: () => number;
};

export type Visit = {
  /** One per representation; undefined where it is not known. They are the caller's own. */
  readonly known: readonly unknown[] | Promise<readonly unknown[]>;
  /**
   * Since when it has waited for somebody else's fetch, on the clock of performance.now(): what has
   * to be sent all the same has only what is left of its time. Undefined: it has not.
   */
  readonly waitsSince: () => number | undefined;
  /**
   * Must be called with the answer for what was missed, before it is merged, whenever something was.
   * `missed`: the indices of the representations that were sent, in sequence.
   */
  readonly settle: (missed: readonly number[], answer: SubgraphAnswer) => void;
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
  /** Whether no string of the data so far needs an escape in JSON. */
  unescaped: boolean;
};
