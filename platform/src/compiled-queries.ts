import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type Complete, compileSelections, type Run, Unusual } from './selections.ts';

export type Asked = {
  /** Validated against the schema. */
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  context: unknown;
};

export type CompiledQueries = (asked: Asked) => Promise<Record<string, unknown> | null>;

type Compiled = {
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** Variables that @skip and @include depend on. */
  conditions: readonly string[];
  /** By the values of those variables. */
  selections: Map<string, Complete>;
};

/** Selections differ by these: 2 to the power of them are kept for one operation. */
const MAX_CONDITIONS = 4;

/**
 * Answers queries by selections that are compiled once per document: the data, or null when anything
 * is out of the ordinary (a mutation, an error, a null that must not be, a bad variable). graphql-js
 * then answers instead, with the same context, whose loaders remember what they have read: so errors,
 * their paths, and the nulls they leave are always its own.
 */
export function compiledQueries(schema: GraphQLSchema): CompiledQueries {
  const known = new WeakMap<DocumentNode, Map<string, Compiled>>();

  function compiled(document: DocumentNode, operationName: string | null | undefined) {
    const operations = known.get(document) ?? new Map<string, Compiled>();
    known.set(document, operations);
    const name = operationName ?? '';
    const found = operations.get(name) ?? prepare(document, operationName);
    if (found !== null) operations.set(name, found);
    return found;
  }

  function selectionsOf(
    { operation, conditions, fragments, selections }: Compiled,
    variables: Record<string, unknown>,
  ): Complete {
    const chosen = conditions.map((name) => [name, variables[name]] as const);
    const key = chosen.join();
    let complete = selections.get(key);
    if (complete === undefined) {
      const root = schema.getQueryType();
      if (root == null) throw new Unusual('no queries');
      const within = { schema, operation, fragments, conditions: Object.fromEntries(chosen) };
      complete = compileSelections(within, root);
      selections.set(key, complete);
    }
    return complete;
  }

  return async ({ document, operationName, variables, context }) => {
    try {
      const query = compiled(document, operationName);
      if (query === null) return null;
      const { variableDefinitions = [] } = query.operation;
      const { coerced } = getVariableValues(schema, variableDefinitions, variables ?? {});
      if (coerced === undefined) return null;
      return await run(selectionsOf(query, coerced), context, coerced);
    } catch {
      return null;
    }
  };
}

/** Null for what is not a query, or has more conditions than are worth it. */
function prepare(document: DocumentNode, name: string | null | undefined): Compiled | null {
  const operation = getOperationAST(document, name);
  if (operation?.operation !== OperationTypeNode.QUERY) return null;
  const conditions = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE]: ({ name: { value: directive }, arguments: args = [] }) => {
      if (directive !== 'skip' && directive !== 'include') return;
      for (const { value } of args) {
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      }
    },
  });
  if (conditions.size > MAX_CONDITIONS) return null;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return { operation, fragments, conditions: [...conditions], selections: new Map() };
}

/** Fills the response until nothing is left for later. Rejects at the first trouble. */
function run(
  complete: Complete,
  context: unknown,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    let pending = 1;
    let data: unknown;
    const done = () => {
      pending -= 1;
      if (pending === 0) resolve(data as Record<string, unknown>);
    };
    const later: Run['later'] = (promise, completeIt, into, slot) => {
      pending += 1;
      promise.then((value) => {
        try {
          into[slot] = completeIt(self, value);
          done();
        } catch (error) {
          reject(error);
        }
      }, reject);
    };
    const self: Run = { context, variables, args: [], infos: [], later };
    data = complete(self, undefined);
    done();
  });
}
