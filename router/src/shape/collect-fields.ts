import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type FieldGroups = Map<string, FieldNode[]>;

export type CollectScope = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * CollectFields of the GraphQL specification (6.3.2). `type` may be an interface: that of an object
 * whose own type no subgraph had to be asked for.
 */
export function collectFields(
  scope: CollectScope,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
): FieldGroups {
  const groups: FieldGroups = new Map();
  const seen = new Set<string>();
  for (const set of sets) collectInto(scope, type, set, groups, seen);
  return groups;
}

function collectInto(
  scope: CollectScope,
  type: GraphQLNamedType,
  set: SelectionSetNode,
  groups: FieldGroups,
  seen: Set<string>,
): void {
  for (const selection of set.selections) {
    if (!isWanted(selection, scope)) continue;
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [selection]);
      else group.push(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(scope, selection.typeCondition?.name.value, type)) {
        collectInto(scope, type, selection.selectionSet, groups, seen);
      }
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = scope.fragments.get(selection.name.value);
      if (fragment && applies(scope, fragment.typeCondition.name.value, type)) {
        collectInto(scope, type, fragment.selectionSet, groups, seen);
      }
    }
  }
}

function isWanted(selection: SelectionNode, { variables }: CollectScope): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
  return include?.if !== false;
}

function applies(
  { schema }: CollectScope,
  condition: string | undefined,
  type: GraphQLNamedType,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  if (!isAbstractType(wanted)) return false;
  return (
    'getFields' in type && schema.isSubType(wanted, type as Parameters<typeof schema.isSubType>[1])
  );
}
