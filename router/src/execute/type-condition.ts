import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether a type named by a subgraph is, or implements, or is a member of `condition`. */
export function isOfType(schema: GraphQLSchema, typename: unknown, condition: string): boolean {
  if (typename === condition) return true;
  if (typeof typename !== 'string') return false;
  const type = schema.getType(typename);
  const wanted = schema.getType(condition);
  return (
    isAbstractType(wanted) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(wanted, type)
  );
}
