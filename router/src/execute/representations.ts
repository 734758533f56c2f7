import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, mergeInto } from './merge.ts';
import { isOfType } from './type-condition.ts';

/** Where a value that a representation needs is missing, or that the object is of another type. */
export type Unbuildable = { readonly missing: { readonly at: Data; readonly key: string } | null };

export type Representation = { readonly built: Data } | Unbuildable;

class Missing extends Error {
  readonly at: Data;
  readonly key: string;
  constructor(at: Data, key: string) {
    super(key);
    this.at = at;
    this.key = key;
  }
}

/** Whether a value may be left out of a representation. */
export type MayLack = (at: Data, key: string) => boolean;

/** What a subgraph is told about an entity: its key and what `@requires` asks for. */
export function representationOf(
  schema: GraphQLSchema,
  entity: Data,
  requires: readonly QueryPlanSelectionNode[],
  mayLack: MayLack = () => false,
): Representation {
  try {
    const built = select({ schema, mayLack }, entity, requires);
    const isKeyed = built.__typename !== undefined && Object.keys(built).length > 1;
    return isKeyed ? { built } : { missing: null };
  } catch (error) {
    if (error instanceof Missing) return { missing: { at: error.at, key: error.key } };
    throw error;
  }
}

type Scope = { readonly schema: GraphQLSchema; readonly mayLack: MayLack };

function select(scope: Scope, source: Data, selections: readonly QueryPlanSelectionNode[]): Data {
  const result: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      if (typeCondition === undefined || isOfType(scope.schema, source.__typename, typeCondition)) {
        mergeInto(scope.schema, result, select(scope, source, selection.selections));
      }
      continue;
    }
    const key = selection.alias ?? selection.name;
    const value = Object.hasOwn(source, key) ? source[key] : undefined;
    if (value === undefined) {
      if (scope.mayLack(source, key)) continue;
      throw new Missing(source, key);
    }
    result[key] = selection.selections ? within(scope, value, selection.selections) : value;
  }
  return result;
}

function within(
  scope: Scope,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((item) => within(scope, item, selections));
  if (typeof value !== 'object' || value === null) return null;
  return select(scope, value as Data, selections);
}
