import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import type { SelectionTree } from './selection-tree.ts';

/** Something is left out when the variable has this value. */
export type Condition = { readonly variable: string; readonly leavesOutWhen: boolean };

/** A fetch of a plan, with all that does not depend on the request worked out. */
export type CompiledFetch = {
  readonly kind: 'fetch';
  readonly service: string;
  readonly isMutation: boolean;
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
};

export type CompiledNode =
  | CompiledFetch
  | { readonly kind: 'sequence'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'parallel'; readonly nodes: readonly CompiledNode[] }
  | { readonly kind: 'flatten'; readonly path: readonly string[]; readonly node: CompiledNode }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly ifTrue: CompiledNode | null;
      readonly ifFalse: CompiledNode | null;
    };

/** An operation, planned once for its generation. */
export type CompiledOperation = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What the client selects, on whatever type. */
  readonly selects: SelectionTree;
  readonly plan: CompiledNode | null;
  /** The name in the merged data of a client's field, where it is not its response name. */
  readonly fetchedAs: ReadonlyMap<FieldNode, string>;
  /** The way back. */
  readonly clientName: ReadonlyMap<string, string>;
};
