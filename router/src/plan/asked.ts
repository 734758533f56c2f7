import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { isOfType } from '../execute/type-condition.ts';

/** What a subgraph was asked of an object, type conditions and all. */
export type Asked = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly sets: readonly SelectionSetNode[];
  readonly byType: Map<string | null, AskedFields>;
};

/** By response name; null for leaves. */
export type AskedFields = ReadonlyMap<string, Asked | null>;

/** What a subgraph operation asks of the objects that it is for: entities, or the root. */
export function askedBy(schema: GraphQLSchema, text: string, isEntityFetch: boolean): Asked {
  const document = parse(text, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const set = getOperationAST(document)?.selectionSet;
  const root = { schema, fragments, sets: set === undefined ? [] : [set], byType: new Map() };
  if (!isEntityFetch) return root;
  return askedFields(root, null).get('_entities') ?? { ...root, sets: [], byType: new Map() };
}

/**
 * The fields that are asked of an object that says it is of a type. One that says nothing, or names
 * no object type, may be of any: all are asked of it.
 */
export function askedFields(asked: Asked, typename: unknown): AskedFields {
  const { schema, fragments, byType } = asked;
  const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
  const name = isObjectType(type) ? type.name : null;
  const known = byType.get(name);
  if (known !== undefined) return known;
  const found = new Map<string, SelectionSetNode[]>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const below = found.get(key) ?? [];
        found.set(key, below);
        if (selection.selectionSet) below.push(selection.selectionSet);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const holds = condition === undefined || name === null || isOfType(schema, name, condition);
      if (fragment !== undefined && holds) collect(fragment.selectionSet);
    }
  };
  for (const set of asked.sets) collect(set);
  const fields = new Map(
    [...found].map(([key, sets]) => [
      key,
      sets.length === 0 ? null : { schema, fragments, sets, byType: new Map() },
    ]),
  );
  byType.set(name, fields);
  return fields;
}

/** Under how many type conditions something is asked of an object. */
export function conditionsAt({ sets, fragments }: Asked): number {
  const conditions = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) continue;
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment?.typeCondition) conditions.add(fragment.typeCondition.name.value);
      if (fragment !== undefined) collect(fragment.selectionSet);
    }
  };
  sets.forEach(collect);
  return conditions.size;
}
