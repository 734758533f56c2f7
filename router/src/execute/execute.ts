import { GraphQLError } from 'graphql';
import type { CompiledNode, CompiledOperation } from '../plan/compiled.ts';
import { introspector } from '../shape/introspect.ts';
import { type ShapeScope, shapeRoot } from '../shape/shape.ts';
import { type Answer, answerText } from './answer.ts';
import { lazyFailures } from './failures.ts';
import type { Data } from './merge.ts';
import { receive } from './receive.ts';
import type { ExecutionRequest, ExecutionScope, SubgraphAnswer } from './request.ts';
import { runNode } from './run.ts';
import { unreported } from './unreported.ts';

/** Executes a query or a mutation: fetches and merges, then shapes the answer. Never rejects for what fails. */
export async function execute(
  compiled: CompiledOperation,
  request: ExecutionRequest,
): Promise<Answer> {
  const { operation } = compiled.operation;
  if (operation === 'subscription') {
    return refused([badInput('A subscription is served over a stream only.')]);
  }
  const started = start(compiled, request);
  if ('errors' in started) return started;
  return finish(started, compiled.plan);
}

/** The same as the text of a response body. */
export const executeText = async (
  compiled: CompiledOperation,
  request: ExecutionRequest,
): Promise<string> => answerText(await execute(compiled, request));

/** Makes the answer for an event of a subscription from what its primary fetch brought. */
export async function executeEvent(
  compiled: CompiledOperation,
  event: SubgraphAnswer,
  request: ExecutionRequest,
): Promise<Answer> {
  const { subscription } = compiled;
  if (subscription === null) return refused([badInput('This operation is no subscription.')]);
  const started = start(compiled, request);
  if ('errors' in started) return started;
  receive(subscription.primary, event, [[started.data]], (data) => [data], started);
  return finish(started, subscription.rest);
}

type Scope = ExecutionScope & { readonly failures: ReturnType<typeof lazyFailures> };

function start(compiled: CompiledOperation, request: ExecutionRequest): Scope | Answer {
  const { schemas, operation } = compiled;
  if (compiled.rejected) return refused(compiled.errors, compiled.extensions);
  const { variables, send } = request;
  // After a write, and of an event that tells of one, nobody wants to read what was before.
  const cache = operation.operation === 'query' ? (request.cache ?? null) : null;
  const given = request.coerced ?? null;
  const result = given === null ? compiled.coerce(variables) : { coerced: given };
  if ('errors' in result) return refused(result.errors);
  const failures = lazyFailures(schemas.supergraph);
  const { coerced } = result;
  return { compiled, data: {}, variables, coerced, failures, send, cache, unescaped: true };
}

async function finish(scope: Scope, plan: CompiledNode | null): Promise<Answer> {
  const { compiled, data, coerced, failures } = scope;
  if (plan !== null) await runNode(plan, scope);
  try {
    const text = failures.some() ? null : compiled.shapeText(data, coerced, scope.unescaped);
    if (text === null) return shapeCarefully(scope);
    return { errors: compiled.errors, data: text, extensions: compiled.extensions };
  } catch (error) {
    // A condition can be null where its variable has a default.
    if (error instanceof GraphQLError) return { errors: [error], data: 'null', extensions: null };
    throw error;
  }
}

/** The plain path: knows why what is missing is missing. */
function shapeCarefully({ compiled, data, coerced, variables, failures }: Scope): Answer {
  const { operation, fragments, fetchedAs, withheld, schemas, selects } = compiled;
  const shape: ShapeScope = {
    schema: schemas.api,
    fragments,
    variables: coerced,
    withheld,
    failures,
    fetchedAs,
    introspect: introspector(schemas.api, operation, fragments, variables),
    errors: [],
    reported: new Set(),
  };
  const root = schemas.api.getRootType(operation.operation);
  const shaped: Data | null = root ? shapeRoot(shape, root, operation.selectionSet, data) : null;
  const untold = unreported(failures.all(), shape.reported, selects, shaped);
  return {
    errors: [...shape.errors, ...untold, ...compiled.errors],
    data: JSON.stringify(shaped),
    extensions: compiled.extensions,
  };
}

const refused = (errors: Answer['errors'], extensions: Answer['extensions'] = null): Answer => ({
  errors,
  data: undefined,
  extensions,
});

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
