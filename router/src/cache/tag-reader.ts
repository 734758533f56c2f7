import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type EntityKeys, entitiesAmong } from './entity-keys.ts';
import { keyTag, typeTag } from './tags.ts';

/** Adds the tags of what is in a value; of an object more may be known than it says itself. */
type ReadTags = (value: unknown, into: Set<string>, known?: Record<string, unknown>) => void;

export type TagReader = {
  /** Of the data of a whole answer. */
  readonly ofData: (data: unknown, into: Set<string>) => void;
  /** Of one of its `_entities`, represented by this JSON. */
  readonly ofEntity: (entity: unknown, representation: string, into: Set<string>) => void;
};

/** A type's tag, and its keys with the names that they have in the data. */
type Indexed = {
  readonly type: string;
  readonly keys: readonly {
    readonly name: string;
    readonly responses: readonly string[];
    readonly tag: (value: string | null) => string;
  }[];
};

type Field = { readonly response: string; readonly name: string; readonly read: ReadTags | null };

/**
 * Reads from what a fetch brought which entities are in it. Of an entity whose type or key was not
 * asked for, all that it may be is told. `document`: a subgraph's operation.
 */
export function tagReader(
  supergraph: GraphQLSchema,
  keys: EntityKeys,
  document: DocumentNode,
): TagReader {
  const root = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  if (root === undefined) return { ofData: () => {}, ofEntity: () => {} };

  /** The fields of a selection and, where fragments narrow it, on which types. */
  function fieldsOf(
    parent: GraphQLNamedType | undefined,
    { selections }: SelectionSetNode,
    into: Field[],
    types: Set<GraphQLNamedType>,
  ): void {
    if (parent !== undefined) types.add(parent);
    for (const each of selections) {
      if (each.kind === Kind.FIELD) {
        const field =
          isObjectType(parent) || isInterfaceType(parent)
            ? parent.getFields()[each.name.value]
            : undefined;
        const returned = field === undefined ? undefined : getNamedType(field.type);
        const read = each.selectionSet === undefined ? null : reader(returned, each.selectionSet);
        into.push({ response: (each.alias ?? each.name).value, name: each.name.value, read });
        continue;
      }
      const fragment = each.kind === Kind.FRAGMENT_SPREAD ? fragments.get(each.name.value) : each;
      if (fragment === undefined) continue;
      const on = fragment.typeCondition?.name.value;
      const type = on === undefined ? parent : (supergraph.getType(on) ?? undefined);
      fieldsOf(type, fragment.selectionSet, into, types);
    }
  }

  function reader(parent: GraphQLNamedType | undefined, selected: SelectionSetNode): ReadTags {
    const fields: Field[] = [];
    const types = new Set<GraphQLNamedType>();
    fieldsOf(parent, selected, fields, types);
    /** A name that stands for different fields, by type, tells nothing for sure. */
    const isOne = ({ response, name }: Field) =>
      fields.every((each) => each.response !== response || each.name === name);
    const indexed = (among: readonly GraphQLNamedType[]): readonly Indexed[] =>
      entitiesAmong(supergraph, keys, among).map((type) => ({
        type: typeTag(type),
        keys: (keys.get(type) ?? []).map((key) => ({
          name: key,
          responses: fields
            .filter((each) => each.name === key && isOne(each))
            .map((f) => f.response),
          tag: (value: string | null) => keyTag(type, key, value),
        })),
      }));
    const possible = indexed([...types]);
    const typenames = fields.filter((each) => each.name === '__typename' && isOne(each));
    const composite = fields.filter(({ read: below }) => below !== null);
    const typed = new Map<string, readonly Indexed[]>();
    const candidatesFor = (typename: unknown): readonly Indexed[] => {
      if (typeof typename !== 'string') return possible;
      const known = typed.get(typename);
      if (known !== undefined) return known;
      const type = supergraph.getType(typename);
      if (!isObjectType(type)) return possible;
      const candidates = indexed([type]);
      typed.set(typename, candidates);
      return candidates;
    };
    const read: ReadTags = (value, into, known) => {
      if (Array.isArray(value)) {
        for (const item of value) read(item, into);
        return;
      }
      if (typeof value !== 'object' || value === null) return;
      const object = value as Record<string, unknown>;
      const told = typenames.find(({ response }) => typeof object[response] === 'string');
      const typename = told === undefined ? known?.__typename : object[told.response];
      for (const { type, keys: own } of candidatesFor(typename)) {
        into.add(type);
        for (const { name, responses, tag } of own) {
          const given = responses.find((response) => response in object);
          const id = given === undefined ? known?.[name] : object[given];
          into.add(tag(typeof id === 'string' || typeof id === 'number' ? String(id) : null));
        }
      }
      for (const { response, read: below } of composite) {
        if (response in object) below?.(object[response], into);
      }
    };
    return read;
  }

  const query = supergraph.getQueryType() ?? undefined;
  const ofData = reader(query, root.selectionSet);
  const entities = root.selectionSet.selections.find(
    (each) => each.kind === Kind.FIELD && each.name.value === '_entities',
  );
  const selected = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  const ofEntity = selected === undefined ? ofData : reader(undefined, selected);
  return {
    ofData: (data, into) => ofData(data, into),
    ofEntity: (entity, representation, into) =>
      ofEntity(entity, into, JSON.parse(representation) as Record<string, unknown>),
  };
}
