import { type GraphQLSchema, isObjectType } from 'graphql';

export type Data = Record<string, unknown>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Merges what a fetch brought into what is there, in place. Lists of one length are merged item by
 * item; otherwise what comes later stands. An object's type, once concrete, is not replaced by the
 * name of an interface that an interface object answers with.
 */
export function mergeInto(schema: GraphQLSchema, target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const incoming = source[key];
    const existing = Object.hasOwn(target, key) ? target[key] : undefined;
    if (key === '__typename') {
      if (isConcrete(schema, existing) && !isConcrete(schema, incoming)) continue;
      target[key] = incoming;
    } else {
      target[key] = mergeValue(schema, existing, incoming);
    }
  }
}

/** What stands where `existing` is and `incoming` comes. */
export function mergeValue(schema: GraphQLSchema, existing: unknown, incoming: unknown): unknown {
  if (!isObject(existing) || !isObject(incoming)) {
    // A null from one subgraph does not erase what another one gave.
    return incoming === null && existing !== undefined ? existing : incoming;
  }
  if (Array.isArray(existing) && Array.isArray(incoming)) {
    if (existing.length !== incoming.length) return incoming;
    for (let i = 0; i < incoming.length; i++) {
      existing[i] = mergeValue(schema, existing[i], incoming[i]);
    }
    return existing;
  }
  if (Array.isArray(existing) || Array.isArray(incoming)) return incoming;
  mergeInto(schema, existing as Data, incoming as Data);
  return existing;
}

/** Whether a `__typename` names an object type of the supergraph. */
export const isConcrete = (schema: GraphQLSchema, typename: unknown): boolean =>
  typeof typename === 'string' && isObjectType(schema.getType(typename));

/** A copy that shares nothing, so that two places of the answer never grow into each other. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as T;
}
