import { badResponse, type Failure } from '../errors/subgraph-error.ts';
import type { CompiledFetch } from '../plan/compiled.ts';
import { copy, type Data, mergeInto } from './merge.ts';
import { noteErrors } from './place-errors.ts';
import type { ExecutionScope, SubgraphAnswer } from './request.ts';
import { applyRewrites } from './rewrites.ts';
import { descend, type Place, type Target } from './targets.ts';

type Groups = readonly (readonly Data[])[];

/** Merges an answer. `entitiesOf` gives one object, or null, per group that shares an answer. */
export function receive(
  fetch: CompiledFetch,
  answer: SubgraphAnswer,
  groups: Groups,
  entitiesOf: (data: Data) => unknown,
  scope: ExecutionScope,
): void {
  if ('failure' in answer) {
    noteAll(fetch, groups, answer.failure, scope);
    return;
  }
  scope.unescaped &&= answer.unescaped === true;
  const { supergraph } = scope.compiled.schemas;
  const entities = answer.data === null ? null : entitiesOf(answer.data);
  if (!Array.isArray(entities) || entities.length !== groups.length) {
    const placed = answer.errors.length === 0 ? [] : placedGroups(fetch, groups, scope);
    const [first] = noteErrors(fetch, answer.errors, placed, scope, { loose: false });
    noteAll(fetch, groups, first ?? badResponse(fetch.service), scope);
    return;
  }
  const isWell = answer.errors.length === 0;
  fetch.discardUnasked(entities, groups, isWell);
  if (fetch.outputRewrites.length > 0) applyRewrites(supergraph, fetch.outputRewrites, entities);
  for (let i = 0; i < entities.length; i++) {
    const entity: unknown = entities[i];
    const group = groups[i];
    if (typeof entity !== 'object' || entity === null || group === undefined) continue;
    for (let nth = 0; nth < group.length; nth++) {
      const target = group[nth] as Data;
      if (isWell) fetch.merge(target, entity as Data, nth === 0);
      // Failures are noted at objects: none may stand in two places.
      else mergeInto(supergraph, target, (nth === 0 ? entity : copy(entity)) as Data);
    }
  }
  if (!isWell) {
    noteErrors(fetch, answer.errors, placedGroups(fetch, groups, scope), scope, { loose: true });
  }
}

function noteAll(
  fetch: CompiledFetch,
  groups: Groups,
  failure: Failure,
  scope: ExecutionScope,
): void {
  const entry = { failure, path: undefined };
  for (const group of groups) {
    for (const target of group) scope.failures.noteAll(target, fetch.brings, entry);
  }
}

/** The groups with the places of their objects, which are only looked for where errors need them. */
function placedGroups(
  fetch: CompiledFetch,
  groups: Groups,
  { data }: ExecutionScope,
): readonly (readonly Target[])[] {
  const places = new Map<Data, (Place | null)[]>();
  for (const { value, place } of descend([{ value: data, place: null }], fetch.path)) {
    const known = places.get(value);
    if (known === undefined) places.set(value, [place]);
    else known.push(place);
  }
  return groups.map((group) =>
    [...new Set(group)].flatMap((value) =>
      (places.get(value) ?? []).map((place) => ({ value, place })),
    ),
  );
}
