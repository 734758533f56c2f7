import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { Data } from '../execute/merge.ts';
import { introspector } from './introspect.ts';
import { ANOMALY } from './leaf-text.ts';
import { compileShape, type ShapeCode } from './shape-code.ts';

/**
 * The JSON of an answer's data; null where only the plain path can tell what it is. `unescaped`: no
 * string of the data needs an escape.
 */
export type ShapeText = (
  data: Data,
  coerced: Readonly<Record<string, unknown>>,
  unescaped: boolean,
) => string | null;

type Shaped = {
  readonly api: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly fetchedAs: (field: FieldNode) => string | undefined;
  readonly withheld: ReadonlySet<FieldNode>;
};

/** An operation is compiled for so many of the combinations of its conditions. */
const MAX_COMBINATIONS = 16;

/** Shaping by code, made when it is first needed, for each combination of `@skip` and `@include`. */
export function textShaper(shaped: Shaped): ShapeText {
  const { api, operation, fragments, fetchedAs, withheld } = shaped;
  const root = api.getRootType(operation.operation);
  if (!root) return () => null;
  const { conditions, introspects } = variablesOf(operation, fragments);
  // What is asked of the schema by variables is asked again at each request.
  if (introspects) return () => null;
  const compiled = new Map<string, ShapeCode | null>();

  const compile = (variables: Readonly<Record<string, unknown>>) => {
    const introspect = introspector(api, operation, fragments, variables);
    const scope = {
      schema: api,
      fragments,
      variables,
      fetchedAs,
      withheld,
      introspection: (field: FieldNode, nodes: readonly FieldNode[]) => {
        const text = JSON.stringify(introspect(field, nodes));
        return () => text;
      },
    };
    return compileShape(scope, root, [{ set: operation.selectionSet, withheld: false }]);
  };

  return (data, coerced, unescaped) => {
    let combination = '';
    for (const name of conditions)
      combination += coerced[name] === true ? '1' : coerced[name] === false ? '0' : '-';
    let shape = compiled.get(combination);
    if (shape === undefined) {
      if (compiled.size >= MAX_COMBINATIONS) return null;
      shape = compile(coerced);
      compiled.set(combination, shape);
    }
    if (shape === null) return null;
    try {
      return shape(data, unescaped);
    } catch (error) {
      if (error === ANOMALY) return null;
      throw error;
    }
  };
}

/** The variables of conditions, and whether introspection depends on any variable. */
function variablesOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): { conditions: readonly string[]; introspects: boolean } {
  const conditions = new Set<string>();
  let hasIntrospection = false;
  for (const definition of [operation, ...fragments.values()]) {
    visit(definition, {
      Field: ({ name }) => {
        hasIntrospection ||= name.value === '__schema' || name.value === '__type';
      },
      Directive: ({ name, arguments: given }) => {
        if (name.value !== 'skip' && name.value !== 'include') return;
        for (const { value } of given ?? []) {
          if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
        }
      },
    });
  }
  const hasVariables = (operation.variableDefinitions?.length ?? 0) > 0;
  return { conditions: [...conditions], introspects: hasIntrospection && hasVariables };
}
