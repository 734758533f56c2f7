import type { Atom } from '@souk/router/authorization/atoms';
import type { Rules } from '@souk/router/authorization/rules';
import {
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { askAsMuch } from './demands.ts';

/** `weaker`: more people get in than before; `stronger`: fewer; both, where it is neither. */
export type AuthorizationChange = {
  coordinate: string;
  isWeaker: boolean;
  isStronger: boolean;
  before: readonly Atom[];
  after: readonly Atom[];
};

export type Guarded = { api: GraphQLSchema; rules: Rules };

/**
 * Where what it takes to select something has changed, for what both sides have. What a type asks
 * for is told once, at the type; at a field only what its types do not explain.
 */
export function authorizationChanges(base: Guarded, head: Guarded): AuthorizationChange[] {
  if (base.rules.areEmpty && head.rules.areEmpty) return [];
  const types = new Map<string, AuthorizationChange>();
  const fields: AuthorizationChange[] = [];
  const told = new Set<string>();
  const ofType = (name: string): AuthorizationChange | null => {
    const known = types.get(name);
    if (known !== undefined) return known;
    const change = changeOf(name, base.rules.ofType(name), head.rules.ofType(name));
    if (change !== null && base.api.getType(name) && head.api.getType(name))
      types.set(name, change);
    return types.get(name) ?? null;
  };

  for (const { type, field, explaining } of commonFields(base.api, head.api)) {
    const change = changeOf(
      `${type}.${field}`,
      base.rules.ofField(type, field),
      head.rules.ofField(type, field),
    );
    if (change === null) continue;
    const causes = explaining.types.map(ofType).filter((cause) => cause !== null);
    const restored = [...causes.flatMap(({ before }) => before)];
    const now = [...causes.flatMap(({ after }) => after)];
    for (const member of explaining.members) {
      restored.push(...base.rules.ofField(member, field));
      now.push(...head.rules.ofField(member, field));
    }
    const isWeaker = change.isWeaker && !askAsMuch([...change.after, ...restored], change.before);
    const isStronger = change.isStronger && !askAsMuch([...change.before, ...now], change.after);
    for (const cause of causes) {
      const explains =
        (change.isWeaker && cause.isWeaker) || (change.isStronger && cause.isStronger);
      if (explains) told.add(cause.coordinate);
    }
    if (isWeaker || isStronger) fields.push({ ...change, isWeaker, isStronger });
  }
  return [...[...types.values()].filter(({ coordinate }) => told.has(coordinate)), ...fields];
}

function changeOf(
  coordinate: string,
  before: readonly Atom[],
  after: readonly Atom[],
): AuthorizationChange | null {
  const isWeaker = !askAsMuch(after, before);
  const isStronger = !askAsMuch(before, after);
  return isWeaker || isStronger ? { coordinate, isWeaker, isStronger, before, after } : null;
}

type CommonField = {
  type: string;
  field: string;
  /** What else the router asks for at this field: of the types around it, and of an interface's objects. */
  explaining: { types: readonly string[]; members: readonly string[] };
};

function* commonFields(base: GraphQLSchema, head: GraphQLSchema): Generator<CommonField> {
  for (const type of Object.values(head.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || isIntrospectionType(type)) continue;
    const before = base.getType(type.name);
    if (!isObjectType(before) && !isInterfaceType(before)) continue;
    const members = isInterfaceType(type)
      ? head.getPossibleTypes(type).map(({ name }) => name)
      : [];
    for (const [field, { type: returned }] of Object.entries(type.getFields())) {
      const old = before.getFields()[field];
      if (old === undefined) continue;
      const around = [type.name, getNamedType(returned).name, getNamedType(old.type).name];
      yield { type: type.name, field, explaining: { types: [...new Set(around)], members } };
    }
  }
}
