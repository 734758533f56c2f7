import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

/** A field by its type's name; undefined for meta fields, unions and what is not there. */
export function fieldOf(schema: GraphQLSchema, type: string, name: string): Field | undefined {
  const named = schema.getType(type);
  return isObjectType(named) || isInterfaceType(named) ? named.getFields()[name] : undefined;
}

export const returnedType = (field: Field): string => getNamedType(field.type).name;

/** How many lists are around what a field returns. */
export function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
