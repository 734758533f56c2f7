import type { Schema } from '@apollo/federation-internals';
import {
  type ConstDirectiveNode,
  type GraphQLSchema,
  getDirectiveValues,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';

export type CostDirectiveNames = {
  readonly cost: string | null;
  readonly listSize: string | null;
};

/** The names of `@cost` and `@listSize` in a supergraph, however its `@link`s rename them. */
export function costDirectiveNames(schema: Schema): CostDirectiveNames {
  const feature = schema.coreFeatures?.getByIdentity('https://specs.apollo.dev/cost');
  return {
    cost: feature?.directiveNameInSchema('cost') ?? null,
    listSize: feature?.directiveNameInSchema('listSize') ?? null,
  };
}

/** `@listSize`: how many items a field returns, or the fields below it. */
export type ListSize = {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
  readonly requireOneSlicingArgument: boolean;
};

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] };

/** Reads cost directives from definitions. Throws GraphQLError for arguments of a wrong type. */
export function costReader(schema: GraphQLSchema, names: CostDirectiveNames) {
  const read = (name: string | null, node: Annotated | null | undefined) => {
    const directive = name === null ? undefined : schema.getDirective(name);
    return directive && node ? getDirectiveValues(directive, node) : undefined;
  };
  return {
    weightOf: (...nodes: readonly (Annotated | null | undefined)[]): number | null => {
      for (const node of nodes) {
        const weight = read(names.cost, node)?.weight;
        if (typeof weight === 'number') return weight;
      }
      return null;
    },
    listSizeOf: (node: Annotated | null | undefined): ListSize | null => {
      const given = read(names.listSize, node);
      if (given === undefined) return null;
      return {
        assumedSize: (given.assumedSize as number | null | undefined) ?? null,
        slicingArguments: (given.slicingArguments as string[] | null | undefined) ?? [],
        sizedFields: (given.sizedFields as string[] | null | undefined) ?? [],
        requireOneSlicingArgument: given.requireOneSlicingArgument !== false,
      };
    },
  };
}

/** What a field reads of its parent by `@requires`, fetched whether the client asks or not. */
export function requiredSelections(node: Annotated | null | undefined): SelectionSetNode | null {
  for (const directive of node?.directives ?? []) {
    if (directive.name.value !== 'join__field') continue;
    const requires = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
    if (requires?.kind !== Kind.STRING) continue;
    const [definition] = parse(`{ ${requires.value} }`, { noLocation: true }).definitions;
    if (definition?.kind === Kind.OPERATION_DEFINITION) return definition.selectionSet;
  }
  return null;
}
