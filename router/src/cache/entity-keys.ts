import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';

/** By type the fields that are a key of it alone; none for entities with composite keys only. */
export type EntityKeys = ReadonlyMap<string, readonly string[]>;

/** Reads the keys of all entities from a supergraph's `@join__type` directives. */
export function entityKeys(supergraph: GraphQLSchema): EntityKeys {
  const keys = new Map<string, readonly string[]>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const given = [type.astNode, ...type.extensionASTNodes]
      .flatMap((node) => node?.directives ?? [])
      .filter(({ name }) => name.value === 'join__type')
      .flatMap(({ arguments: args = [] }) => args)
      .flatMap(({ name, value }) =>
        name.value === 'key' && value.kind === Kind.STRING ? [value.value.trim()] : [],
      );
    if (given.length === 0) continue;
    keys.set(type.name, [...new Set(given.filter((key) => /^\w+$/.test(key)))]);
  }
  return keys;
}

/** The entities that objects of these types can be, and the interfaces that are entities themselves. */
export function entitiesAmong(
  supergraph: GraphQLSchema,
  keys: EntityKeys,
  types: readonly GraphQLNamedType[],
): readonly string[] {
  const names = new Set<string>();
  for (const type of types) {
    const objects = isAbstractType(type) ? supergraph.getPossibleTypes(type) : [type];
    for (const each of [type, ...objects]) {
      names.add(each.name);
      if (isObjectType(each)) for (const { name } of each.getInterfaces()) names.add(name);
    }
  }
  return [...names].filter((name) => keys.has(name));
}
