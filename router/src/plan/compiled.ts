import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLFormattedError,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { CoerceVariables } from '../execute/coerce.ts';
import type { Data } from '../execute/merge.ts';
import type { Representer } from '../execute/represent-code.ts';
import type { ShapeText } from '../shape/text-shaper.ts';
import type { SelectionTree } from './selection-tree.ts';

/** Something is left out when the variable has this value. */
export type Condition = { readonly variable: string; readonly leavesOutWhen: boolean };

/** A fetch of a plan, with all that does not depend on the request worked out. */
export type CompiledFetch = {
  readonly kind: 'fetch';
  readonly service: string;
  readonly isMutation: boolean;
  /** What it is for, from the root; `@` is every item of a list. */
  readonly path: readonly string[];
  /** The subgraph's operation. */
  readonly query: string;
  readonly operationName: string | undefined;
  /** The JSON body up to the variables. */
  readonly bodyPrefix: string;
  readonly variables: readonly string[];
  readonly requires: readonly QueryPlanSelectionNode[] | null;
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly outputRewrites: readonly FetchDataRewrite[];
  readonly brings: SelectionTree;
  /** Under which the fetch leaves out something. */
  readonly conditions: readonly Condition[];
  /** The name in the answer for a name in the subgraph's response: the planner's aliases undone. */
  readonly mergedName: (fetchedName: string) => string;
  /** Finds the objects that it is for. */
  readonly collect: (root: Data) => Data[];
  /** How objects that call themselves of this type are represented. */
  readonly representer: (typename: unknown) => Representer;
  /**
   * Takes out of what came, in place, what the fetch did not ask for, before anything is made of it.
   * `groups`: the objects that each is for. `isWell`: no errors came with it, so that `merge`
   * follows, which reads nothing else than the names in `brings` of the objects themselves.
   */
  readonly discardUnasked: (
    entities: readonly unknown[],
    groups: readonly (readonly Data[])[],
    isWell: boolean,
  ) => void;
  /** Merges what came into its place. `isFirst`: no other object has got this one. */
  readonly merge: (target: Data, source: Data, isFirst: boolean) => void;
};

export type CompiledNode =
  | CompiledFetch
  | { readonly kind: 'sequence'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'parallel'; readonly nodes: readonly CompiledNode[] }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly ifTrue: CompiledNode | null;
      readonly ifFalse: CompiledNode | null;
    };

/** The primary fetch runs at the subgraph that has the stream; the rest is fetched per event. */
export type CompiledSubscription = {
  readonly primary: CompiledFetch;
  readonly rest: CompiledNode | null;
};

export type Schemas = {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** Everything, with what is inaccessible to clients. */
  readonly supergraph: GraphQLSchema;
};

/** An operation, planned once for its generation and variant. */
export type CompiledOperation = {
  readonly schemas: Schemas;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What the client selects, on whatever type. */
  readonly selects: SelectionTree;
  /** Of a query or mutation; null where nothing has to be fetched. */
  readonly plan: CompiledNode | null;
  readonly subscription: CompiledSubscription | null;
  /** The name in the merged data of a client's field, where it is not its response name. */
  readonly fetchedAs: (field: FieldNode) => string | undefined;
  /** The way back. */
  readonly clientName: ReadonlyMap<string, string>;
  /** Nodes that become null, silently. */
  readonly withheld: ReadonlySet<FieldNode>;
  /** Errors and extensions of the variant, for every answer. */
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: Readonly<Record<string, unknown>> | null;
  /** Refused as a whole: nothing is executed. */
  readonly rejected: boolean;
  readonly coerce: CoerceVariables;
  /** The answer's text where nothing went wrong; null where only the plain path can tell. */
  readonly shapeText: ShapeText;
};
