import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What the schema says of the arguments and input fields that a document's variables are given to. */
export function describeVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const types = new TypeInfo(schema);
  const note = (value: ValueNode, description: string | null | undefined) => {
    if (value.kind !== Kind.VARIABLE || !description) return;
    const name = value.name.value;
    if (!told.has(name)) told.set(name, description);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: ({ value }) => note(value, types.getArgument()?.description),
      ObjectField: ({ name, value }) => {
        const input = getNamedType(types.getParentInputType());
        if (!isInputObjectType(input)) return;
        note(value, input.getFields()[name.value]?.description);
      },
    }),
  );
  return told;
}
