import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isListType,
  isNamedType,
  isNonNullType,
} from 'graphql';

/** What clients read stays as they know it: the same type, or less often null. */
export function isReadAsBefore(before: GraphQLOutputType, after: GraphQLOutputType): boolean {
  return fits(after, before, (a, b) => a.toString() === b.toString());
}

/** What comes is still one of the types that clients know, but never more some of the others. */
export function isNarrowedTo(
  before: GraphQLOutputType,
  after: GraphQLOutputType,
  head: GraphQLSchema,
): boolean {
  const [wide, narrow] = [head.getType(getNamedType(before).name), getNamedType(after)];
  const isSubtype =
    isAbstractType(wide) && 'getFields' in narrow && head.isSubType(wide, narrow as never);
  return isSubtype && fits(after, before, () => true);
}

/** What clients send is still taken: the same type, or null where it was not. */
export function isTakenAsBefore(before: GraphQLInputType, after: GraphQLInputType): boolean {
  return fits(before, after, (a, b) => a.toString() === b.toString());
}

/** Whether every value of `inner` is one of `outer`: equal but for nulls, by the rules of covariance. */
function fits(
  inner: GraphQLType,
  outer: GraphQLType,
  same: (inner: GraphQLType, outer: GraphQLType) => boolean,
): boolean {
  if (isNonNullType(outer)) return isNonNullType(inner) && fits(inner.ofType, outer.ofType, same);
  if (isNonNullType(inner)) return fits(inner.ofType, outer, same);
  if (isListType(outer)) return isListType(inner) && fits(inner.ofType, outer.ofType, same);
  return isNamedType(inner) && same(inner, outer);
}
