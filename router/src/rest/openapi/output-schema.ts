import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, fieldsFor } from '../selected-type.ts';
import { enumSchema, scalarSchema } from './input-schema.ts';
import { type Components, described, type JsonSchema, nullable } from './json-schema.ts';

/** The selections of a field, which may stand in a document more than once. */
type Selected = readonly SelectionSetNode[];

/** Makes the schemas of what documents select. */
export type OutputSchemas = {
  /** Of a field of that type with these selections. */
  of: (type: GraphQLOutputType, selected: Selected) => JsonSchema;
  /** Of objects of exactly that type; a shared one where the selection is one fragment. */
  object: (type: GraphQLObjectType, selected: Selected) => JsonSchema;
};

export function outputSchemas(
  schema: GraphQLSchema,
  fragments: Fragments,
  shared: Components,
): OutputSchemas {
  const of: OutputSchemas['of'] = (type, selected) =>
    isNonNullType(type) ? present(type.ofType, selected) : nullable(present(type, selected));

  function present(type: GraphQLOutputType, selected: Selected): JsonSchema {
    if (isNonNullType(type)) return present(type.ofType, selected);
    if (isListType(type)) return { type: 'array', items: of(type.ofType, selected) };
    if (isScalarType(type)) return scalarSchema(type, shared);
    if (isEnumType(type)) return enumSchema(type, shared);
    if (isObjectType(type)) return object(type, selected);
    const members = schema.getPossibleTypes(type).map((member) => object(member, selected));
    const distinct = [...new Map(members.map((each) => [JSON.stringify(each), each])).values()];
    const [only] = distinct;
    return distinct.length === 1 && only !== undefined ? only : { anyOf: distinct };
  }

  function object(type: GraphQLObjectType, selected: Selected): JsonSchema {
    const name = onlyFragment(selected);
    const fragment = name === null ? undefined : fragments.get(name);
    if (name === null || fragment?.typeCondition.name.value !== type.name) {
      return inline(type, selected);
    }
    return shared.refer(name, `${type.name} ${textOf(name)}`, () =>
      inline(type, [fragment.selectionSet]),
    );
  }

  /** A fragment's text with those of the fragments that it spreads: what makes two the same. */
  function textOf(name: string, seen = new Set<string>()): string {
    const fragment = fragments.get(name);
    if (fragment === undefined || seen.has(name)) return '';
    seen.add(name);
    const text = print(fragment);
    const spread = [...text.matchAll(/\.\.\.(\w+)\n/g)].map(([, each = '']) => textOf(each, seen));
    return [text, ...spread].join('\n');
  }

  function inline(type: GraphQLObjectType, selected: Selected): JsonSchema {
    const found = new Map<string, { nodes: FieldNode[]; isConditional: boolean }>();
    for (const selectionSet of selected) {
      for (const { field, isConditional } of fieldsFor(
        schema,
        type.name,
        selectionSet,
        fragments,
      )) {
        const key = (field.alias ?? field.name).value;
        const known = found.get(key);
        if (known === undefined) found.set(key, { nodes: [field], isConditional });
        else {
          known.nodes.push(field);
          known.isConditional &&= isConditional;
        }
      }
    }
    const properties: Record<string, JsonSchema> = {};
    for (const [key, { nodes }] of found) properties[key] = property(type, nodes);
    const required = [...found].flatMap(([key, { isConditional }]) => (isConditional ? [] : key));
    return described(
      { type: 'object', properties, ...(required.length > 0 && { required }) },
      type.description,
    );
  }

  function property(type: GraphQLObjectType, nodes: readonly FieldNode[]): JsonSchema {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return { const: type.name, type: 'string' };
    const field = type.getFields()[name];
    if (field === undefined) return {};
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return described(of(field.type, sets), field.description);
  }

  return { of, object };
}

/** The name of the one fragment that a selection consists of; null where there is more to it. */
function onlyFragment(selected: Selected): string | null {
  const names = selected.map(({ selections }) => {
    const [only] = selections;
    return selections.length === 1 &&
      only?.kind === Kind.FRAGMENT_SPREAD &&
      (only.directives?.length ?? 0) === 0
      ? only.name.value
      : null;
  });
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** The object types that a result can be of. */
export const memberTypes = (
  schema: GraphQLSchema,
  type: GraphQLNamedType,
): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
