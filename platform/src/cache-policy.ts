import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * For how many seconds the answer to an operation may be kept and given to anyone, as the schema's
 * `@cacheControl(maxAge:)` say; 0: not at all. The least of all fields counts. A field has the age
 * that it declares, else that of the type it returns, else that of the object that it is of; root
 * fields and entities have none unless they, or their types, declare it.
 */
export function cachePolicy(
  schema: GraphQLSchema,
): (document: DocumentNode, operationName: string | null | undefined) => number {
  const known = new WeakMap<DocumentNode, Map<string, number>>();

  function work(document: DocumentNode, operationName: string | null | undefined): number {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return 0;
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const each of document.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
    }
    const seen = new Set<string>();
    let least = Number.POSITIVE_INFINITY;

    function walk(type: GraphQLNamedType | undefined, set: SelectionSetNode, isRoot: boolean) {
      for (const each of set.selections) {
        if (each.kind === Kind.FIELD) {
          if (each.name.value.startsWith('__')) continue;
          const isComposite = isObjectType(type) || isInterfaceType(type);
          const field = isComposite ? type.getFields()[each.name.value] : undefined;
          const returned = field === undefined ? undefined : getNamedType(field.type);
          const entities = isRoot && each.name.value === '_entities';
          const age = declared(field?.astNode?.directives) ?? ageOf(returned);
          if (age !== undefined) least = Math.min(least, age);
          else if (isRoot && !entities) least = 0;
          if (each.selectionSet !== undefined) walk(returned, each.selectionSet, entities);
          continue;
        }
        if (each.kind === Kind.FRAGMENT_SPREAD) {
          // What it selects is the same wherever it is spread.
          if (seen.has(each.name.value)) continue;
          seen.add(each.name.value);
        }
        const fragment = each.kind === Kind.FRAGMENT_SPREAD ? fragments.get(each.name.value) : each;
        if (fragment === undefined) continue;
        const on = fragment.typeCondition?.name.value;
        const narrowed = on === undefined ? type : schema.getType(on);
        const age = on === undefined ? undefined : ageOf(narrowed);
        if (age !== undefined) least = Math.min(least, age);
        // An entity: what declares nothing of itself is kept by nobody.
        const isEntity = isRoot && type !== schema.getQueryType() && on !== undefined;
        if (isEntity && age === undefined) least = 0;
        walk(narrowed, fragment.selectionSet, isRoot && !isEntity);
      }
    }
    walk(schema.getQueryType() ?? undefined, operation.selectionSet, true);
    return Number.isFinite(least) ? least : 0;
  }

  return (document, operationName) => {
    const ages = known.get(document) ?? new Map<string, number>();
    known.set(document, ages);
    const name = operationName ?? '';
    const age = ages.get(name) ?? work(document, operationName);
    ages.set(name, age);
    return age;
  };
}

const ageOf = (type: GraphQLNamedType | undefined): number | undefined =>
  isObjectType(type) || isInterfaceType(type) ? declared(type.astNode?.directives) : undefined;

type Directives = Exclude<FragmentDefinitionNode['directives'], undefined>;

function declared(directives: Directives = []): number | undefined {
  const given = directives.find(({ name }) => name.value === 'cacheControl');
  const value = given?.arguments?.find(({ name }) => name.value === 'maxAge')?.value;
  return value?.kind === Kind.INT ? Math.max(0, Number(value.value)) : undefined;
}
