import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  Kind,
  print,
  separateOperations,
  stripIgnoredCharacters,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * An operation with the fragments that it uses and without any value that a person may have typed:
 * numbers are 0, strings are empty, lists have one member, what stands in a scalar is gone. Enum
 * values and the names of input fields are the schema's own, and stay. Comments go. Aliases are
 * numbered: programs make them of ids, and then no two requests would be the same operation.
 */
export function signatureOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): string {
  const operations = separateOperations(document);
  const operation = operations[operationName ?? ''] ?? Object.values(operations)[0] ?? document;
  const types = new TypeInfo(schema);
  const aliases = new Map<string, string>();
  const stripped = visit(
    operation,
    visitWithTypeInfo(types, {
      Field: ({ alias, ...node }) => {
        if (alias === undefined) return undefined;
        const value = aliases.get(alias.value) ?? `alias${aliases.size + 1}`;
        aliases.set(alias.value, value);
        return { ...node, alias: { kind: Kind.NAME, value } };
      },
      IntValue: (node) => ({ ...node, value: '0' }),
      FloatValue: (node) => ({ ...node, value: '0' }),
      StringValue: (node) => ({ ...node, value: '', block: false }),
      ListValue: (node) => ({ ...node, values: node.values.slice(0, 1) }),
      ObjectValue: () => {
        const type = types.getInputType();
        const isKnown = type !== undefined && type !== null && !isScalarType(getNamedType(type));
        return isKnown ? undefined : { kind: Kind.OBJECT, fields: [] };
      },
    }),
  );
  return stripIgnoredCharacters(print(stripped));
}
