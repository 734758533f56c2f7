import { badResponse, type Failure } from '../errors/subgraph-error.ts';
import type { CompiledFetch } from '../plan/compiled.ts';
import { batchOf } from './batch.ts';
import { copy, type Data, mergeInto } from './merge.ts';
import { noteErrors } from './place-errors.ts';
import type { ExecutionScope, SubgraphAnswer } from './request.ts';
import { applyRewrites } from './rewrites.ts';
import type { Target } from './targets.ts';

/** Sends a fetch for its targets and merges what comes into them. Failures are noted, not thrown. */
export async function runFetch(
  fetch: CompiledFetch,
  targets: readonly Target[],
  scope: ExecutionScope,
): Promise<void> {
  if (targets.length === 0) return;
  const variables = variablesJson(fetch, scope);
  if (fetch.requires === null) {
    const answer = await send(fetch, `{${variables}}`, scope);
    receive(fetch, answer, [targets], (data) => [data], scope);
    return;
  }
  const batch = batchOf(fetch, fetch.requires, targets, scope);
  if (batch.json.length === 0) return;
  const comma = variables === '' ? '' : ',';
  const representations = `"representations":[${batch.json.join()}]`;
  const answer = await send(fetch, `{${variables}${comma}${representations}}`, scope);
  receive(fetch, answer, batch.targets, (data) => data._entities, scope);
}

const send = (fetch: CompiledFetch, variables: string, scope: ExecutionScope) =>
  scope.send({
    service: fetch.service,
    isMutation: fetch.isMutation,
    body: `${fetch.bodyPrefix}${variables}}`,
  });

function variablesJson(fetch: CompiledFetch, { variables }: ExecutionScope): string {
  const parts: string[] = [];
  for (const name of fetch.variables) {
    if (!Object.hasOwn(variables, name) || variables[name] === undefined) continue;
    parts.push(`"${name}":${JSON.stringify(variables[name])}`);
  }
  return parts.join();
}

/** `entitiesOf` gives one object, or null, per group of targets that share an answer. */
function receive(
  fetch: CompiledFetch,
  answer: SubgraphAnswer,
  groups: readonly (readonly Target[])[],
  entitiesOf: (data: Data) => unknown,
  scope: ExecutionScope,
): void {
  const failAll = (failure: Failure) => {
    const entry = { failure, path: undefined };
    for (const { value } of groups.flat()) scope.failures.noteAll(value, fetch.brings, entry);
  };
  if ('failure' in answer) {
    failAll(answer.failure);
    return;
  }
  const entities = answer.data === null ? null : entitiesOf(answer.data);
  if (!Array.isArray(entities) || entities.length !== groups.length) {
    const [first] = noteErrors(fetch, answer.errors, groups, scope, { loose: false });
    failAll(first ?? badResponse(fetch.service));
    return;
  }
  applyRewrites(scope.supergraph, fetch.outputRewrites, entities);
  entities.forEach((entity: unknown, i) => {
    if (typeof entity !== 'object' || entity === null) return;
    groups[i]?.forEach((target, nth) => {
      mergeInto(scope.supergraph, target.value, (nth === 0 ? entity : copy(entity)) as Data);
    });
  });
  noteErrors(fetch, answer.errors, groups, scope, { loose: true });
}
