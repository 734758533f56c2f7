import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type { DeclaredRoute } from './manifest.ts';

/** A variable of a route's document, and where its value comes from. */
export type Parameter = {
  readonly variable: string;
  readonly in: 'path' | 'query' | 'header' | 'body';
  /** As clients write it; headers in lower case for looking them up. `''`: the whole body. */
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly isRequired: boolean;
  /** What it is without a value; absent where there is no default. */
  readonly byDefault?: { readonly value: unknown; readonly text: string };
};

/** Parameters of a path template, in their order. */
export const namesInPath = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/**
 * Places every variable: in the path by its name, where the manifest says, else in the body of a
 * request that has one, else in the query. Throws an Error that says what does not fit.
 */
export function placeParameters(
  schema: GraphQLSchema,
  route: DeclaredRoute,
  operation: OperationDefinitionNode,
): Parameter[] {
  const inPath = new Set(namesInPath(route.path));
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(route.method);
  const definitions = operation.variableDefinitions ?? [];
  const variables = new Set(definitions.map(({ variable }) => variable.name.value));
  for (const name of [...inPath, ...Object.keys(route.parameters), route.body ?? []].flat()) {
    if (!variables.has(name)) throw new Error(`the document has no variable $${name}`);
  }
  return definitions.map((definition): Parameter => {
    const variable = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType;
    const placed = route.parameters[variable];
    const place = inPath.has(variable)
      ? 'path'
      : (placed?.in ?? (hasBody ? ('body' as const) : ('query' as const)));
    if (place !== 'body') refuseStructure(variable, place, type);
    if (place === 'body' && !hasBody) {
      throw new Error(`$${variable} cannot be in the body of ${route.method}`);
    }
    const { defaultValue } = definition;
    return {
      variable,
      in: route.body === variable ? 'body' : place,
      name: route.body === variable ? '' : (placed?.name ?? variable),
      type,
      isRequired: isNonNullType(type) && defaultValue === undefined,
      ...(defaultValue !== undefined && {
        byDefault: { value: valueFromAST(defaultValue, type), text: print(defaultValue) },
      }),
    };
  });
}

/** Text holds scalars and enums; a query's, lists of them besides. */
function refuseStructure(variable: string, place: string, type: GraphQLInputType): void {
  const bare = isNonNullType(type) ? type.ofType : type;
  const item = isListType(bare) ? bare.ofType : null;
  const isNested = isListType(isNonNullType(item) ? item.ofType : item);
  if (isInputObjectType(getNamedType(type)) || isNested || (item !== null && place !== 'query')) {
    throw new Error(`$${variable} of type ${String(type)} cannot be in the ${place}`);
  }
}
