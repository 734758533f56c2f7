import { type GraphQLSchema, isInterfaceType, isObjectType, Kind, parse, visit } from 'graphql';

/** Field names that `@requires` and `@key` read anywhere in the supergraph. */
export type RequiredNames = {
  readonly names: ReadonlySet<string>;
  /** Those of them that are read with arguments somewhere. */
  readonly withArguments: ReadonlySet<string>;
};

/** Collects them from the join directives of a supergraph schema. */
export function requiredNames(supergraph: GraphQLSchema): RequiredNames {
  const names = new Set<string>();
  const withArguments = new Set<string>();
  const collect = (fieldSet: string) => {
    visit(parse(`{ ${fieldSet} }`, { noLocation: true }), {
      [Kind.FIELD]: (field) => {
        names.add(field.name.value);
        if ((field.arguments?.length ?? 0) > 0) withArguments.add(field.name.value);
      },
    });
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const fields = Object.values(type.getFields()).map((field) => field.astNode);
    for (const node of [type.astNode, ...type.extensionASTNodes, ...fields]) {
      for (const directive of node?.directives ?? []) {
        for (const argument of directive.arguments ?? []) {
          const { value } = argument;
          const reads = argument.name.value === 'requires' || argument.name.value === 'key';
          if (reads && value.kind === Kind.STRING) collect(value.value);
        }
      }
    }
  }
  return { names, withArguments };
}
