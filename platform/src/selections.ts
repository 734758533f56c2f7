import {
  defaultTypeResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, fieldOf } from './collect-fields.ts';

/** Something that only graphql-js answers as the specification wants it: an error, above all. */
export class Unusual extends Error {}

/** One request's execution: what selections read, and where they leave what they wait for. */
export type Run = {
  context: unknown;
  variables: Record<string, unknown>;
  /** Arguments and infos of fields, by the number of the field: made at most once a request. */
  args: unknown[];
  infos: GraphQLResolveInfo[];
  later: (
    promise: PromiseLike<unknown>,
    complete: Complete,
    into: Slots,
    slot: number | string,
  ) => void;
};

/** From what a resolver gave to what the response says. Throws Unusual. */
export type Complete = (run: Run, value: unknown) => unknown;

/** An object or a list of the response that is being filled. */
export type Slots = Record<number | string, unknown>;

export type Operation = {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Of @skip and @include: other variables do not change what is selected. */
  conditions: Record<string, unknown>;
};

type Field = {
  key: string;
  name: string;
  number: number;
  resolve: GraphQLField<unknown, unknown>['resolve'];
  argsOf: (run: Run) => object;
  infoOf: (run: Run) => GraphQLResolveInfo;
  complete: Complete;
};

/** Compiles an operation's selections: what to read for each field and how to shape it, once. */
export function compileSelections(within: Operation, root: GraphQLObjectType): Complete {
  const { schema, operation, fragments } = within;
  let fieldCount = 0;

  function compiled(
    parentType: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): Field {
    const [node] = nodes;
    const def = node && fieldOf(schema, parentType, node.name.value);
    if (node === undefined || def == null) throw new Unusual('unknown field');
    // An assignment to it would be no assignment.
    if (key === '__proto__') throw new Unusual('reserved name');
    const number = fieldCount++;
    return {
      key,
      name: def.name,
      number,
      resolve: def.resolve,
      argsOf: argumentsOf(def, node, number),
      infoOf: (run) => {
        run.infos[number] ??= infoOf(run, parentType, def, nodes);
        return run.infos[number];
      },
      complete: completion(def.type, nodes),
    };
  }

  const infoOf = (
    { variables }: Run,
    parentType: GraphQLObjectType,
    def: GraphQLField<unknown, unknown>,
    fieldNodes: readonly FieldNode[],
  ): GraphQLResolveInfo => ({
    fieldName: def.name,
    fieldNodes,
    returnType: def.type,
    parentType,
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: variables,
    get path(): never {
      throw new Unusual('path');
    },
  });

  function completion(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    if (isNonNullType(type)) {
      const inner = completion(type.ofType, nodes);
      return (run, value) => {
        if (value == null) throw new Unusual('null');
        return inner(run, value);
      };
    }
    if (isLeafType(type)) return leaf(type);
    if (isListType(type)) return list(completion(type.ofType, nodes));
    if (isAbstractType(type)) return orNull(abstract(type, nodes));
    return orNull(object(type, () => subfields(type, nodes)));
  }

  const subfields = (type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
    collectFields(
      within,
      type,
      nodes.map(({ selectionSet }) => selectionSet),
    );

  /** Subfields are compiled when first met: types of a union that never come cost nothing. */
  function object(
    type: GraphQLObjectType,
    collect: () => Map<string, readonly FieldNode[]>,
  ): Complete {
    if (type.isTypeOf) throw new Unusual('isTypeOf');
    let fields: Field[] | undefined;
    let blank: Slots = {};
    return (run, value) => {
      if (fields === undefined) {
        fields = [...collect()].map(([key, nodes]) => compiled(type, key, nodes));
        blank = Object.fromEntries(fields.map(({ key }) => [key, null]));
      }
      const into = { ...blank };
      for (const field of fields) {
        const found = read(run, field, value);
        if (isThenable(found)) run.later(found, field.complete, into, field.key);
        else into[field.key] = field.complete(run, found);
      }
      return into;
    };
  }

  function abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Complete {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const known = new Map<unknown, Complete>();
    const completeAs = (name: unknown): Complete => {
      const concrete = typeof name === 'string' ? schema.getType(name) : undefined;
      if (!isObjectType(concrete) || !schema.isSubType(type, concrete)) {
        throw new Unusual('not a possible type');
      }
      const complete = object(concrete, () => subfields(concrete, nodes));
      known.set(name, complete);
      return complete;
    };
    const place = { schema, returnType: type, fieldNodes: nodes, fragments, operation };
    return (run, value) => {
      const info = { ...place, variableValues: run.variables } as unknown as GraphQLResolveInfo;
      const name = resolveType(value, run.context, info, type);
      if (isThenable(name)) leaveAlone([name]);
      return (known.get(name) ?? completeAs(name))(run, value);
    };
  }

  return object(root, () => collectFields(within, root, [operation.selectionSet]));
}

function read(run: Run, field: Field, source: unknown): unknown {
  const { resolve } = field;
  if (resolve !== undefined) {
    return resolve(source, field.argsOf(run), run.context, field.infoOf(run));
  }
  const property = (source as Slots | undefined)?.[field.name];
  return typeof property === 'function'
    ? property.call(source, field.argsOf(run), run.context, field.infoOf(run))
    : property;
}

const orNull =
  (complete: Complete): Complete =>
  (run, value) => {
    if (value == null) return null;
    if (typeof value !== 'object' || value instanceof Error) throw new Unusual('not an object');
    return complete(run, value);
  };

const NO_ARGUMENTS = Object.freeze({});

/** Arguments without variables are the same for all requests, others for one. */
function argumentsOf(
  def: GraphQLField<unknown, unknown>,
  node: FieldNode,
  number: number,
): (run: Run) => object {
  if (def.args.length === 0) return () => NO_ARGUMENTS;
  const variable = hasVariable(node);
  const constant = variable ? {} : Object.freeze(getArgumentValues(def, node, {}));
  if (!variable) return () => constant;
  return (run) => {
    run.args[number] ??= Object.freeze(getArgumentValues(def, node, run.variables));
    return run.args[number] as object;
  };
}

function hasVariable(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  }
  return found;
}

function leaf(type: GraphQLLeafType): Complete {
  const asItIs = type.name === 'String' || type.name === 'ID';
  return (_, value) => {
    if (value == null) return null;
    if (asItIs && typeof value === 'string') return value;
    if (value instanceof Error) throw new Unusual('error as a value');
    const serialized = type.serialize(value);
    if (serialized == null || Number.isNaN(serialized)) throw new Unusual('not a value');
    return serialized;
  };
}

const list =
  (complete: Complete): Complete =>
  (run, value) => {
    if (value == null) return null;
    if (typeof value !== 'object' || !(Symbol.iterator in value)) throw new Unusual('not a list');
    const items = Array.isArray(value) ? value : [...(value as Iterable<unknown>)];
    const into: unknown[] = new Array(items.length).fill(null);
    let index = 0;
    try {
      for (; index < items.length; index += 1) {
        const item = items[index];
        if (isThenable(item)) run.later(item, complete, into as unknown as Slots, index);
        else into[index] = complete(run, item);
      }
    } catch (error) {
      leaveAlone(items.slice(index).filter(isThenable));
      throw error;
    }
    return into;
  };

/** A promise that nobody waits for must not end the process when it rejects. */
const leaveAlone = (promises: readonly PromiseLike<unknown>[]): void => {
  for (const promise of promises) promise.then(undefined, () => undefined);
};

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
