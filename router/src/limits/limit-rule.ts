import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** How large an operation may be; fragments are counted wherever they are spread. */
export type Limits = {
  readonly maxDepth: number;
  readonly maxAliases: number;
  /** On fields, fragments and their spreads. */
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  readonly maxFields: number;
};

type Size = {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
  /** Aliases of introspection and below it. */
  introspections: number;
  forbidden: boolean;
};

const NOTHING: Size = {
  ...{ depth: 0, aliases: 0, directives: 0, fields: 0, introspections: 0 },
  forbidden: false,
};

/**
 * An alias there can ask for every field of the schema once more, in one turn of the event loop.
 * Tools that read schemas need none.
 */
const MAX_INTROSPECTIONS = 5;
const INTROSPECTION = new Set(['__schema', '__type']);

/** A validation rule that refuses operations over the limits, before they are planned. */
export const limitRule =
  (limits: Limits) =>
  (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      for (const problem of overLimits(document, limits)) context.reportError(problem);
      return undefined;
    },
  });

/** One error for each limit that an operation of the document exceeds. */
export function overLimits(document: DocumentNode, limits: Limits): GraphQLError[] {
  const measure = measurer(document);
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const size = measure.set(definition.selectionSet);
    const rootFields = measure.width(definition.selectionSet);
    const exceeded: [string, number, number][] = [
      ['depth', size.depth, limits.maxDepth],
      ['aliases', size.aliases, limits.maxAliases],
      ['aliases in introspection', size.introspections, MAX_INTROSPECTIONS],
      ['directives', size.directives, limits.maxDirectives],
      ['root fields', rootFields, limits.maxRootFields],
      ['fields', size.fields, limits.maxFields],
    ];
    const problems = exceeded
      .filter(([, is, max]) => is > max)
      .map(([what, , max]) =>
        problem(`The operation exceeds the limit of ${max} ${what}.`, definition),
      );
    return size.forbidden
      ? [...problems, problem('The name "__proto__" cannot be used.', definition)]
      : problems;
  });
}

const problem = (message: string, node: OperationDefinitionNode) =>
  new GraphQLError(message, { nodes: [node] });

/** Each fragment is measured once, so that measuring cannot be made expensive; cycles count once. */
function measurer(document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const sizes = new Map<string, Size>();
  const widths = new Map<string, number>();

  const fragment = (name: string): Size => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    sizes.set(name, NOTHING);
    const size = set(fragments.get(name)?.selectionSet);
    sizes.set(name, size);
    return size;
  };

  function set(selectionSet: SelectionSetNode | undefined): Size {
    const total = { ...NOTHING };
    for (const selection of selectionSet?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragment(selection.name.value)
          : set(selection.selectionSet);
      const alias = isField ? selection.alias?.value : undefined;
      // The depth of introspection is limited by graphql-js itself; what it asks for is not.
      const isSchema = isField && selection.name.value === '__schema';
      total.depth = Math.max(total.depth, isSchema ? 0 : below.depth + (isField ? 1 : 0));
      total.directives += below.directives + (selection.directives?.length ?? 0);
      total.fields += below.fields + (isField ? 1 : 0);
      const aliases = below.aliases + (alias === undefined ? 0 : 1);
      total.aliases += aliases;
      const isIntrospection = isField && INTROSPECTION.has(selection.name.value);
      total.introspections += isIntrospection ? aliases : below.introspections;
      total.forbidden ||= below.forbidden || alias === '__proto__';
    }
    return total;
  }

  function width(selectionSet: SelectionSetNode | undefined): number {
    let count = 0;
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === Kind.FIELD) count += 1;
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += width(selection.selectionSet);
      else count += spreadWidth(selection.name.value);
    }
    return count;
  }

  function spreadWidth(name: string): number {
    const known = widths.get(name);
    if (known !== undefined) return known;
    widths.set(name, 0);
    const count = width(fragments.get(name)?.selectionSet);
    widths.set(name, count);
    return count;
  }

  return { set, width };
}
