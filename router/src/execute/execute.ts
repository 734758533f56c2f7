import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationTypeNode,
} from 'graphql';
import type { CompiledOperation } from '../plan/compiled.ts';
import { introspector } from '../shape/introspect.ts';
import { type ShapeScope, shapeRoot } from '../shape/shape.ts';
import { collectFailures } from './failures.ts';
import type { Data } from './merge.ts';
import type { Send } from './request.ts';
import { runNode } from './run.ts';
import { unreported } from './unreported.ts';

export type Schemas = {
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** Everything, with what is inaccessible to clients. */
  readonly supergraph: GraphQLSchema;
};

/** Executes a planned operation: fetches and merges, then shapes the answer. */
export async function executeOperation(
  compiled: CompiledOperation,
  schemas: Schemas,
  variables: Readonly<Record<string, unknown>>,
  send: Send,
): Promise<ExecutionResult<Data>> {
  const { operation, fragments, selects, plan, fetchedAs, clientName } = compiled;
  const definitions = operation.variableDefinitions ?? [];
  const { coerced, errors: refused } = getVariableValues(schemas.api, definitions, variables, {
    maxErrors: 50,
  });
  if (refused) return { errors: refused };
  const root = schemas.api.getRootType(operation.operation);
  if (!root) return { errors: [unsupported(operation.operation)] };

  const failures = collectFailures(schemas.supergraph);
  const data: Data = {};
  if (plan !== null) {
    const { supergraph } = schemas;
    const scope = { supergraph, variables, coerced, clientName, failures, send };
    await runNode(plan, [{ value: data, place: null }], scope);
  }
  const scope: ShapeScope = {
    schema: schemas.api,
    fragments,
    variables: coerced,
    failures,
    fetchedAs,
    introspect: introspector(schemas.api, operation, fragments, variables),
    errors: [],
    reported: new Set(),
  };
  const shaped = shapeRoot(scope, root, operation.selectionSet, data);
  const errors = [...scope.errors, ...unreported(failures.all(), scope.reported, selects, shaped)];
  return errors.length === 0 ? { data: shaped } : { errors, data: shaped };
}

const unsupported = (kind: OperationTypeNode): GraphQLError =>
  new GraphQLError(`This graph has no ${kind}s.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
