import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { interfaceChanges, unionChanges } from './abstract-changes.ts';
import type { Change } from './change.ts';
import { directiveChanges } from './directive-changes.ts';
import { enumChanges } from './enum-changes.ts';
import { fieldChanges } from './field-changes.ts';
import { inputValueChanges } from './input-value-changes.ts';
import { namedPairs } from './named-pairs.ts';
import { type Positions, positionsIn } from './type-positions.ts';

/**
 * What is different for clients, judged by what they can have written or built on it. Descriptions do
 * not count, nor does what stands inside a type that is new or gone as a whole.
 */
export function schemaChanges(base: GraphQLSchema, head: GraphQLSchema): Change[] {
  const { added, removed, kept } = namedPairs(typesOf(base), typesOf(head));
  const [before, after] = [positionsIn(base), positionsIn(head)];
  const sides: Sides = {
    ...{ base, head },
    // A value is dangerous where it is read now, and missed where it was sent.
    positions: { isRead: after.isRead, isSent: before.isSent },
  };
  return [
    ...removed.map(removedType),
    ...added.flatMap((type) => addedType(type, base)),
    ...kept.flatMap((pair) => keptType(pair.before, pair.after, sides)),
    ...directiveChanges(base, head),
  ];
}

type Sides = { base: GraphQLSchema; head: GraphQLSchema; positions: Positions };

const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

const ofType = (
  rule: string,
  name: string,
  what: string,
  severity: Change['severity'],
): Change => ({
  ...{ rule, coordinate: name, severity, hits: [[name]] },
  message: `${name} ${what}`,
});

/** What goes may have been the only type by which two of its interfaces met in a fragment. */
function removedType(type: GraphQLNamedType): Change {
  const own = ofType('TYPE_REMOVED', type.name, 'was removed', 'breaking');
  if (!isObjectType(type)) return own;
  const interfaces = type.getInterfaces().map(({ name }) => name);
  const met = interfaces.flatMap((one, at) => interfaces.slice(at + 1).map((two) => [one, two]));
  return { ...own, hits: [...own.hits, ...met] };
}

/** A new type changes something for clients only where it joins what they know. */
function addedType(type: GraphQLNamedType, base: GraphQLSchema): Change[] {
  const own = ofType('TYPE_ADDED', type.name, 'was added', 'safe');
  if (!isObjectType(type)) return [own];
  const joined = interfaceChanges(null, type, base);
  return [own, ...joined.filter(({ severity }) => severity !== 'safe')];
}

function keptType(before: GraphQLNamedType, after: GraphQLNamedType, sides: Sides): Change[] {
  const { name } = after;
  const { base, head, positions } = sides;
  const isObject = isObjectType(before) && isObjectType(after);
  if (isObject || (isInterfaceType(before) && isInterfaceType(after))) {
    return [
      ...fieldChanges(name, before.getFields(), after.getFields(), head),
      ...interfaceChanges(before, after, base),
    ];
  }
  if (isInputObjectType(before) && isInputObjectType(after)) {
    const fields = [before, after].map((type) => Object.values(type.getFields()));
    const owner = { coordinate: name, of: (field: string) => `${name}.${field}` };
    return inputValueChanges({ ...owner, rule: 'INPUT_FIELD' }, fields[0] ?? [], fields[1] ?? []);
  }
  if (isEnumType(before) && isEnumType(after)) return enumChanges(before, after, positions);
  if (isUnionType(before) && isUnionType(after)) return unionChanges(before, after);
  const [was, is] = [kindOf(before), kindOf(after)];
  if (was === is) return [];
  return [ofType('TYPE_KIND_CHANGED', name, `was ${was}, and is ${is}`, 'breaking')];
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return 'an object';
  if (isInterfaceType(type)) return 'an interface';
  if (isUnionType(type)) return 'a union';
  if (isEnumType(type)) return 'an enum';
  return isInputObjectType(type) ? 'an input' : 'a scalar';
}
