import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type Atom, atomReader, type DirectiveNames } from './atoms.ts';
import { implies } from './implies.ts';

/** What has to hold for the parts of an operation. An empty list: nothing. */
export type Rules = {
  /** The graph has no authorization directives at all. */
  readonly areEmpty: boolean;
  /** To select a field on a type: what the type, the field and the type it returns ask for. */
  readonly ofField: (type: string, field: string) => readonly Atom[];
  /** To select on a type by a fragment. */
  readonly ofType: (type: string) => readonly Atom[];
  /** To select fields that all objects of an interface have: what each of the objects asks for. */
  readonly ofObjects: (type: string) => readonly Atom[];
};

type Composite = GraphQLObjectType | GraphQLInterfaceType;

const distinct = (atoms: readonly Atom[]): readonly Atom[] => [...new Set(atoms)];

/**
 * Reads the rules of a supergraph. Composition copies what objects ask for onto their interfaces;
 * there it only speaks of selections on the interface itself. What an interface asks for beyond
 * that holds for all of its objects, and for fields that return it.
 * Throws GraphQLError for directives with arguments that are not of their type.
 */
export function readRules(schema: GraphQLSchema, names: DirectiveNames): Rules {
  const { atomsOf, all } = atomReader(schema, names);
  const onType = memoized((type: GraphQLNamedType) =>
    [type.astNode, ...type.extensionASTNodes].flatMap((node) => atomsOf(node?.directives)),
  );
  const onField = (type: Composite, field: string) =>
    atomsOf(type.getFields()[field]?.astNode?.directives);
  const objectsOf = (type: GraphQLInterfaceType) => schema.getPossibleTypes(type);

  const ofInterface = memoized((type: GraphQLInterfaceType) =>
    beyond(
      onType(type),
      objectsOf(type).flatMap((object) => onType(object)),
    ),
  );
  const ofInterfaceField = (type: GraphQLInterfaceType, field: string) =>
    beyond(
      onField(type, field),
      objectsOf(type).flatMap((object) => onField(object, field)),
    );

  const own = memoized((type: GraphQLNamedType): readonly Atom[] => {
    if (isInterfaceType(type)) return ofInterface(type);
    const parents = isObjectType(type) ? type.getInterfaces() : [];
    return distinct([...onType(type), ...parents.flatMap((parent) => ofInterface(parent))]);
  });
  const ofObjects = memoized((type: GraphQLNamedType): readonly Atom[] =>
    isInterfaceType(type)
      ? distinct([...own(type), ...objectsOf(type).flatMap((object) => own(object))])
      : own(type),
  );
  const ofObjectField = (type: GraphQLObjectType, field: string): readonly Atom[] => [
    ...onField(type, field),
    ...type
      .getInterfaces()
      .flatMap((parent) => (parent.getFields()[field] ? ofInterfaceField(parent, field) : [])),
  ];
  const fieldsOf = memoized((type: Composite): ReadonlyMap<string, readonly Atom[]> => {
    const fields = Object.values(type.getFields()).map(({ name, type: returned }) => {
      const field = isObjectType(type)
        ? ofObjectField(type, name)
        : [
            ...onField(type, name),
            ...objectsOf(type).flatMap((object) => ofObjectField(object, name)),
          ];
      return [
        name,
        distinct([...ofObjects(type), ...field, ...own(getNamedType(returned))]),
      ] as const;
    });
    return new Map(fields);
  });

  const composites = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  for (const type of Object.values(schema.getTypeMap())) own(type);
  for (const type of composites) fieldsOf(type);
  const byName =
    (of: (type: GraphQLNamedType) => readonly Atom[]) =>
    (name: string): readonly Atom[] => {
      const type = schema.getType(name);
      return type ? of(type) : [];
    };
  return {
    areEmpty: all().length === 0,
    ofField: (typeName, field) => {
      const type = schema.getType(typeName);
      return isObjectType(type) || isInterfaceType(type) ? (fieldsOf(type).get(field) ?? []) : [];
    },
    ofType: byName(own),
    ofObjects: byName(ofObjects),
  };
}

/** What an interface declares and its objects together do not ask for already. */
const beyond = (declared: readonly Atom[], ofObjects: readonly Atom[]): readonly Atom[] =>
  implies(ofObjects, declared) ? [] : declared;

function memoized<T extends object, V>(compute: (type: T) => V): (type: T) => V {
  const known = new Map<T, V>();
  return (type) => {
    const value = known.get(type) ?? compute(type);
    known.set(type, value);
    return value;
  };
}
