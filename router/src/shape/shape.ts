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
import { type CollectScope, collectFields } from './collect-fields.ts';

/** A null that a non-null type does not allow here: the parent becomes null instead. */
const BUBBLE = Symbol('bubble');

export type ShapeScope = CollectScope & {
  readonly failures: Failures;
  readonly fetchedAs: ReadonlyMap<FieldNode, string>;
  readonly introspect: (field: FieldNode) => unknown;
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
  const shaped = shapeObject(scope, type, [set], data, []);
  return shaped === BUBBLE ? null : shaped;
}

function shapeObject(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  source: Data,
  path: Path,
): Data | typeof BUBBLE {
  const shaped: Data = {};
  for (const [responseName, nodes] of collectFields(scope, type, sets)) {
    const [node] = nodes;
    if (node === undefined) continue;
    const value = shapeField(scope, type, nodes, node, responseName, source, path);
    if (value === BUBBLE) return BUBBLE;
    shaped[responseName] = value;
  }
  return shaped;
}

function shapeField(
  scope: ShapeScope,
  type: GraphQLCompositeType,
  nodes: readonly FieldNode[],
  node: FieldNode,
  responseName: string,
  source: Data,
  parentPath: Path,
): unknown {
  const name = node.name.value;
  const path = [...parentPath, responseName];
  if (name === '__typename') return shapeTypename(scope, type, source, nodes, path);
  if (name.startsWith('__')) return scope.introspect(joined(node, nodes));
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (field === undefined) return null;
  const key = scope.fetchedAs.get(node) ?? responseName;
  const value = Object.hasOwn(source, key) ? source[key] : undefined;
  const place: At = { scope, type, field, nodes, container: source, key, path };
  return complete(place, field.type, value);
}

/** One place of the answer: a field, or an item of a list in it. */
type At = {
  readonly scope: ShapeScope;
  readonly type: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly container: object;
  readonly key: string | number;
  readonly path: Path;
};

function complete(at: At, type: GraphQLOutputType, value: unknown): unknown {
  if (isNonNullType(type)) {
    const errorsBefore = at.scope.errors.length;
    const completed = complete(at, type.ofType, value);
    if (completed === BUBBLE) return BUBBLE;
    if (completed !== null) return completed;
    if (at.scope.errors.length === errorsBefore) {
      fail(at, `Cannot return null for non-nullable field ${at.type.name}.${at.field.name}.`);
    }
    return BUBBLE;
  }
  if (value === null || value === undefined) return missing(at);
  if (isListType(type)) return completeList(at, type.ofType, value);
  if (isLeafType(type)) return completeLeaf(at, type, value);
  return isCompositeType(type) ? completeObject(at, type, value) : null;
}

/** A gap: null, with the errors that explain it. */
function missing({ scope, container, key, path, nodes }: At): null {
  for (const entry of scope.failures.at(container, key)) {
    if (entry.path !== undefined && scope.reported.has(entry)) continue;
    scope.reported.add(entry);
    scope.errors.push(toGraphQLError(entry.failure, entry.path ?? path, nodes));
  }
  return null;
}

function fail({ scope, nodes, path }: At, message: string): null {
  scope.errors.push(
    new GraphQLError(message, { nodes, path, extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
  );
  return null;
}

function completeList(at: At, itemType: GraphQLOutputType, value: unknown): unknown {
  if (!Array.isArray(value)) {
    return fail(at, `Expected a list for field "${at.type.name}.${at.field.name}".`);
  }
  const items: unknown[] = [];
  for (let key = 0; key < value.length; key++) {
    const item = { ...at, container: value, key, path: [...at.path, key] };
    const completed = complete(item, itemType, value[key]);
    if (completed === BUBBLE) return null;
    items.push(completed);
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
  const sets = at.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const shaped = shapeObject(at.scope, type, sets, value as Data, at.path);
  return shaped === BUBBLE ? null : shaped;
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

/** A field with the selections of all fields of its response name. */
function joined(first: FieldNode, nodes: readonly FieldNode[]): FieldNode {
  if (first.selectionSet === undefined) return first;
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { ...first, selectionSet: { ...first.selectionSet, selections } };
}
