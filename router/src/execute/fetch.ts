import type { CompiledFetch } from '../plan/compiled.ts';
import { batchOf } from './batch.ts';
import type { Data } from './merge.ts';
import { receive } from './receive.ts';
import type { ExecutionScope } from './request.ts';

/** Sends a fetch for its objects and merges what comes into them. Failures are noted, not thrown. */
export async function runFetch(fetch: CompiledFetch, scope: ExecutionScope): Promise<void> {
  const targets = fetch.collect(scope.data);
  if (targets.length === 0) return;
  const variables = variablesJson(fetch, scope);
  if (fetch.requires === null) {
    const answer = await send(fetch, `{${variables}}`, scope);
    receive(fetch, answer, [targets], (data) => [data], scope);
    return;
  }
  const batch = batchOf(fetch, targets, scope);
  let { json, groups } = batch;
  if (scope.cache !== null && json.length > 0) {
    const missed = mergeKnown(fetch, variables, json, groups, scope);
    json = missed.map((i) => batch.json[i] ?? '');
    groups = missed.map((i) => batch.groups[i] ?? []);
  }
  if (json.length === 0) return;
  const comma = variables === '' ? '' : ',';
  const body = `{${variables}${comma}"representations":[${json.join()}]}`;
  const answer = await send(fetch, body, scope);
  if (scope.cache !== null && 'data' in answer && answer.errors.length === 0) {
    const entities = answer.data?._entities;
    if (Array.isArray(entities) && entities.length === json.length) {
      for (const [i, representation] of json.entries()) {
        scope.cache.store(fetch, variables, representation, entities[i], answer.cacheControl);
      }
    }
  }
  receive(fetch, answer, groups, entitiesOf, scope);
}

const entitiesOf = (data: Data) => data._entities;

const send = (fetch: CompiledFetch, variables: string, scope: ExecutionScope) =>
  scope.send({
    service: fetch.service,
    isMutation: fetch.isMutation,
    body: `${fetch.bodyPrefix}${variables}}`,
  });

/** Merges what the cache knows. Gives the indices of what it does not. */
function mergeKnown(
  fetch: CompiledFetch,
  variables: string,
  json: readonly string[],
  groups: readonly (readonly Data[])[],
  scope: ExecutionScope,
): number[] {
  const missed: number[] = [];
  const hits: unknown[] = [];
  const hitGroups: (readonly Data[])[] = [];
  const known = scope.cache?.lookup(fetch, variables, json) ?? [];
  for (const [i, group] of groups.entries()) {
    if (known[i] === undefined) missed.push(i);
    else {
      hits.push(known[i]);
      hitGroups.push(group);
    }
  }
  if (hits.length > 0) {
    receive(fetch, { data: { _entities: hits }, errors: [] }, hitGroups, entitiesOf, scope);
  }
  return missed;
}

function variablesJson(fetch: CompiledFetch, { variables }: ExecutionScope): string {
  let json = '';
  for (const name of fetch.variables) {
    if (!Object.hasOwn(variables, name) || variables[name] === undefined) continue;
    json += `${json === '' ? '' : ','}"${name}":${JSON.stringify(variables[name])}`;
  }
  return json;
}
