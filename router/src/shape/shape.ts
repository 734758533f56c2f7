import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { toGraphQLError } from '../errors/subgraph-error.ts';
import type { Entry, Failures } from '../execute/failures.ts';
import type { Data } from '../execute/merge.ts';
import {
  type CollectScope,
  collectFields,
  type FieldGroup,
  type Selected,
} from './collect-fields.ts';

/** A null that a non-null type does not allow here: the parent becomes null instead. */
const BUBBLE = Symbol('bubble');

/** A null of which nothing more has to be said: its error stands, or it is withheld. */
const SILENT = Symbol('silent');

export type ShapeScope = CollectScope & {
  readonly failures: Failures;
  readonly fetchedAs: (field: FieldNode) => string | undefined;
  readonly introspect: (field: FieldNode, nodes: readonly FieldNode[]) => unknown;
  readonly errors: GraphQLError[];
  /** Entries that an error of the answer speaks of. */
  readonly reported: Set<Entry>;
};

type Path = (string | number)[];

/**
 * Shapes merged data into the client's answer as the GraphQL specification has it (6.4): selected
 * fields in order, leaves coerced, nulls propagated, one error where a value is missing.
 */
export function shapeRoot(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  set: SelectionSetNode,
  data: Data,
): Data | null {
  const shaped = shapeObject(scope, type, [{ set, withheld: false }], data, []);
  return shaped === BUBBLE ? null : shaped;
}

function shapeObject(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  sets: readonly Selected[],
  source: Data,
  path: Path,
): Data | typeof BUBBLE {
  // The client's names: one may be `__proto__`.
  const shaped: [string, unknown][] = [];
  for (const [responseName, group] of collectFields(scope, type, sets)) {
    const value = shapeField(scope, type, group, responseName, source, path);
    if (value === BUBBLE) return BUBBLE;
    shaped.push([responseName, value === SILENT ? null : value]);
  }
  return Object.fromEntries(shaped);
}

function shapeField(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  { nodes, below, withheld }: FieldGroup,
  responseName: string,
  source: Data,
  parentPath: Path,
): unknown {
  const node = nodes[0] as FieldNode;
  const name = node.name.value;
  const path = [...parentPath, responseName];
  if (withheld) return withheldNull(type, name);
  if (name === '__typename') return shapeTypename(scope, type, source, nodes, path);
  if (name.startsWith('__')) return scope.introspect(node, nodes);
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (field === undefined) return null;
  const key = scope.fetchedAs(node) ?? responseName;
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  const place: At = { scope, type, field, nodes, below, container: source, key, path };
  return complete(place, field.type, value);
}

/** One place of the answer: a field, or an item of a list in it. */
type At = {
  readonly scope: ShapeScope;
  readonly type: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly below: readonly Selected[];
  readonly container: object;
  readonly key: string | number;
  readonly path: Path;
};

function complete(at: At, type: GraphQLOutputType, value: unknown): unknown {
  if (isNonNullType(type)) {
    const completed = complete(at, type.ofType, value);
    if (completed === null) {
      fail(at, `Cannot return null for non-nullable field ${at.type.name}.${at.field.name}.`);
    }
    return completed === null || completed === SILENT ? BUBBLE : completed;
  }
  if (value === null || value === undefined) return missing(at);
  if (isListType(type)) return completeList(at, type.ofType, value);
  if (isLeafType(type)) return completeLeaf(at, type, value);
  return isCompositeType(type) ? completeObject(at, type, value) : null;
}

/** A gap: null, with the errors that explain it. */
function missing({ scope, container, key, path, nodes }: At): null | typeof SILENT {
  const entries = scope.failures.at(container, key);
  for (const entry of entries) {
    if (entry.path !== undefined && scope.reported.has(entry)) continue;
    scope.reported.add(entry);
    scope.errors.push(toGraphQLError(entry.failure, entry.path ?? path, nodes));
  }
  return entries.length > 0 ? SILENT : null;
}

function fail({ scope, nodes, path }: At, message: string): typeof SILENT {
  scope.errors.push(
    new GraphQLError(message, { nodes, path, extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
  );
  return SILENT;
}

function withheldNull(type: GraphQLCompositeType, name: string): typeof SILENT | typeof BUBBLE {
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  const isNonNull = name === '__typename' || isNonNullType(field?.type);
  return isNonNull ? BUBBLE : SILENT;
}

function completeList(at: At, itemType: GraphQLOutputType, value: unknown): unknown {
  if (!Array.isArray(value)) {
    return fail(at, `Expected a list for field "${at.type.name}.${at.field.name}".`);
  }
  const items: unknown[] = [];
  for (let key = 0; key < value.length; key++) {
    const item = { ...at, container: value, key, path: [...at.path, key] };
    const completed = complete(item, itemType, value[key]);
    if (completed === BUBBLE) return SILENT;
    items.push(completed === SILENT ? null : completed);
  }
  return items;
}

function completeLeaf(
  at: At,
  type: { serialize: (value: unknown) => unknown },
  value: unknown,
): unknown {
  try {
    return type.serialize(value) ?? null;
  } catch {
    return fail(at, `The value of "${at.type.name}.${at.field.name}" is not of its type.`);
  }
}

function completeObject(at: At, declared: GraphQLCompositeType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(at, `Expected an object for field "${at.type.name}.${at.field.name}".`);
  }
  const type = runtimeType(at.scope, declared, (value as Data).__typename);
  if (type === null) {
    return fail(at, `The type of "${at.type.name}.${at.field.name}" is not known here.`);
  }
  const shaped = shapeObject(at.scope, type, at.below, value as Data, at.path);
  return shaped === BUBBLE ? SILENT : shaped;
}

/** The type that a subgraph named, if the client may know it and the field can hold it. */
function runtimeType(
  { schema }: ShapeScope,
  declared: GraphQLCompositeType,
  typename: unknown,
): GraphQLCompositeType | null {
  if (typeof typename !== 'string' || typename === declared.name) return declared;
  const named = schema.getType(typename);
  if (!isCompositeType(named)) return null;
  if (isObjectType(declared)) return declared;
  return 'getFields' in named && schema.isSubType(declared, named) ? named : null;
}

function shapeTypename(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  source: Data,
  nodes: readonly FieldNode[],
  path: Path,
): unknown {
  if (!isAbstractType(type)) return type.name;
  const errorsBefore = scope.errors.length;
  for (const entry of scope.failures.at(source, '__typename')) {
    scope.reported.add(entry);
    scope.errors.push(toGraphQLError(entry.failure, path, nodes));
  }
  if (scope.errors.length === errorsBefore) {
    const message = `No service told the type of this ${type.name}.`;
    const extensions = { code: 'INTERNAL_SERVER_ERROR' };
    scope.errors.push(new GraphQLError(message, { nodes, path, extensions }));
  }
  return BUBBLE;
}
