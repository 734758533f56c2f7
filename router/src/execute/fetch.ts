import type { CompiledFetch } from '../plan/compiled.ts';
import { batchOf } from './batch.ts';
import type { Data } from './merge.ts';
import { receive } from './receive.ts';
import type { ExecutionScope, SubgraphAnswer } from './request.ts';

/** Sends a fetch for its objects and merges what comes into them. Failures are noted, not thrown. */
export async function runFetch(fetch: CompiledFetch, scope: ExecutionScope): Promise<void> {
  const targets = fetch.collect(scope.data);
  if (targets.length === 0) return;
  const variables = variablesJson(fetch, scope);
  if (fetch.requires === null) {
    const answer = await rootAnswer(fetch, variables, scope);
    receive(fetch, answer, [targets], (data) => [data], scope);
    return;
  }
  const { json, groups } = batchOf(fetch, targets, scope);
  if (json.length === 0) return;
  const visit = scope.cache === null ? null : scope.cache.visit(fetch, variables, json);
  if (visit === null) {
    const answer = await sendEntities(fetch, variables, json, scope);
    receive(fetch, answer, groups, entitiesOf, scope);
    return;
  }
  const known = visit.known instanceof Promise ? await visit.known : visit.known;
  const missed = mergeKnown(fetch, known, groups, scope);
  if (missed.length === 0) return;
  const missing = missed.map((i) => json[i] ?? '');
  const answer = await sendEntities(fetch, variables, missing, scope, visit.waitsSince());
  visit.settle(missed, answer);
  const waiting = missed.map((i) => groups[i] ?? []);
  receive(fetch, answer, waiting, entitiesOf, scope);
}

const entitiesOf = (data: Data) => data._entities;

async function rootAnswer(
  fetch: CompiledFetch,
  variables: string,
  scope: ExecutionScope,
): Promise<SubgraphAnswer> {
  const visit = scope.cache === null ? null : scope.cache.visit(fetch, variables, null);
  if (visit !== null) {
    const [data] = visit.known instanceof Promise ? await visit.known : visit.known;
    if (data !== undefined) return { data: data as Data, errors: [] };
  }
  const answer = await send(fetch, `{${variables}}`, scope, visit?.waitsSince());
  visit?.settle([0], answer);
  return answer;
}

function sendEntities(
  fetch: CompiledFetch,
  variables: string,
  representations: readonly string[],
  scope: ExecutionScope,
  since?: number,
): Promise<SubgraphAnswer> {
  const comma = variables === '' ? '' : ',';
  const json = `{${variables}${comma}"representations":[${representations.join()}]}`;
  return send(fetch, json, scope, since);
}

const send = (fetch: CompiledFetch, variables: string, scope: ExecutionScope, since?: number) =>
  scope.send({
    service: fetch.service,
    isMutation: fetch.isMutation,
    body: `${fetch.bodyPrefix}${variables}}`,
    since,
  });

/** Merges what is known. Gives the indices of what is not. */
function mergeKnown(
  fetch: CompiledFetch,
  known: readonly unknown[],
  groups: readonly (readonly Data[])[],
  scope: ExecutionScope,
): number[] {
  const missed: number[] = [];
  const hits: unknown[] = [];
  const waiting: (readonly Data[])[] = [];
  for (const [i, group] of groups.entries()) {
    if (known[i] === undefined) missed.push(i);
    else {
      hits.push(known[i]);
      waiting.push(group);
    }
  }
  if (hits.length > 0) {
    receive(fetch, { data: { _entities: hits }, errors: [] }, waiting, entitiesOf, scope);
  }
  return missed;
}

/** The body of a fetch that needs no entities, such as the primary one of a subscription. */
export const rootBody = (fetch: CompiledFetch, scope: Pick<ExecutionScope, 'variables'>): string =>
  `${fetch.bodyPrefix}{${variablesJson(fetch, scope)}}}`;

function variablesJson(
  fetch: CompiledFetch,
  { variables }: Pick<ExecutionScope, 'variables'>,
): string {
  let json = '';
  for (const name of fetch.variables) {
    if (!Object.hasOwn(variables, name) || variables[name] === undefined) continue;
    json += `${json === '' ? '' : ','}"${name}":${JSON.stringify(variables[name])}`;
  }
  return json;
}
