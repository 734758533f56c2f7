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

/** A selection set, and whether what it selects is withheld because what it belongs to is. */
export type Selected = { readonly set: SelectionSetNode; readonly withheld: boolean };

/** The fields of one response name. */
export type FieldGroup = {
  readonly nodes: FieldNode[];
  /** What they select of the field's value. */
  readonly below: Selected[];
  /** Whether each of them is withheld: the answer is null, whatever the data say. */
  withheld: boolean;
};

export type FieldGroups = Map<string, FieldGroup>;

export type CollectScope = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly withheld: ReadonlySet<FieldNode>;
};

/**
 * CollectFields of the GraphQL specification (6.3.2). `type` may be an interface: that of an object
 * whose own type no subgraph had to be asked for.
 */
export function collectFields(
  scope: CollectScope,
  type: GraphQLNamedType,
  sets: readonly Selected[],
): FieldGroups {
  const groups: FieldGroups = new Map();
  const seen = new Map<string, Selected>();
  for (const selected of sets) collectInto(scope, type, selected, groups, seen);
  return groups;
}

function collectInto(
  scope: CollectScope,
  type: GraphQLNamedType,
  { set, withheld }: Selected,
  groups: FieldGroups,
  seen: Map<string, Selected>,
): void {
  for (const selection of set.selections) {
    if (!isWanted(selection, scope)) continue;
    if (selection.kind === Kind.FIELD) {
      addField(groups, selection, withheld || scope.withheld.has(selection));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(scope, selection.typeCondition?.name.value, type)) {
        collectInto(scope, type, { set: selection.selectionSet, withheld }, groups, seen);
      }
    } else {
      const name = selection.name.value;
      // A fragment met under what is withheld counts again where it stands open.
      const before = seen.get(name);
      if (before !== undefined && (!before.withheld || withheld)) continue;
      const fragment = scope.fragments.get(name);
      if (fragment === undefined) continue;
      const below = { set: fragment.selectionSet, withheld };
      seen.set(name, below);
      if (applies(scope, fragment.typeCondition.name.value, type)) {
        collectInto(scope, type, below, groups, seen);
      }
    }
  }
}

function addField(groups: FieldGroups, node: FieldNode, withheld: boolean): void {
  const name = (node.alias ?? node.name).value;
  const below = node.selectionSet === undefined ? [] : [{ set: node.selectionSet, withheld }];
  const group = groups.get(name);
  if (group === undefined) groups.set(name, { nodes: [node], below, withheld });
  else {
    group.nodes.push(node);
    group.below.push(...below);
    group.withheld &&= withheld;
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
