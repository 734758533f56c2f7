import type { GraphQLSchema } from 'graphql';
import type { Failure, RawError } from '../errors/subgraph-error.ts';
import type { Failures } from './failures.ts';

/** A subgraph's answer, or why there is none. */
export type SubgraphAnswer =
  | { readonly data: Record<string, unknown> | null; readonly errors: readonly RawError[] }
  | { readonly failure: Failure };

/** Sends one operation to one subgraph. Never throws. */
export type Send = (fetch: {
  readonly service: string;
  readonly isMutation: boolean;
  readonly body: string;
}) => Promise<SubgraphAnswer>;

/** What the execution of one request knows. */
export type ExecutionScope = {
  readonly supergraph: GraphQLSchema;
  /** As the client sent them: subgraphs coerce for themselves. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Coerced, with defaults: for conditions. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly clientName: ReadonlyMap<string, string>;
  readonly failures: Failures;
  readonly send: Send;
};
