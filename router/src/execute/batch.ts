import type { CompiledFetch } from '../plan/compiled.ts';
import type { Data } from './merge.ts';
import type { Representer } from './represent-code.ts';
import { representationOf } from './representations.ts';
import type { ExecutionScope } from './request.ts';
import { applyRewrites } from './rewrites.ts';

/** The representations of an entity fetch, each once, with the objects that wait for it. */
export type Batch = {
  readonly json: readonly string[];
  readonly groups: readonly (readonly Data[])[];
};

/** Builds the representations of all objects that a fetch is for. */
export function batchOf(
  fetch: CompiledFetch,
  targets: readonly Data[],
  scope: ExecutionScope,
): Batch {
  const [first] = targets;
  if (first !== undefined && targets.length === 1) return batchOfOne(fetch, first, scope);
  const json: string[] = [];
  const groups: Data[][] = [];
  const byJson = new Map<string, Data[]>();
  const byKey = new Map<string, Map<unknown, Data[]>>();
  const represent = ({ json }: Representer, target: Data) => json(target, scope.unescaped);
  const join = (known: Map<unknown, Data[]>, key: unknown, target: Data, text: string) => {
    const group = [target];
    known.set(key, group);
    json.push(text);
    groups.push(group);
  };
  let typename: unknown;
  let representer: Representer | null = null;
  let keyed: Map<unknown, Data[]> = byJson;
  for (const target of targets) {
    if (representer === null || target.__typename !== typename) {
      typename = target.__typename;
      representer = fetch.representer(typename);
      keyed = byJson;
      if (representer.key !== null) {
        keyed = byKey.get(representer.domain) ?? new Map();
        byKey.set(representer.domain, keyed);
      }
    }
    const key = representer.key === null ? undefined : representer.key(target);
    // Objects are not equal where their JSON is.
    if (typeof key === 'string' || typeof key === 'number') {
      const group = keyed.get(key);
      if (group !== undefined) group.push(target);
      else join(keyed, key, target, represent(representer, target) ?? '');
      continue;
    }
    const text = represent(representer, target) ?? carefully(fetch, target, scope);
    if (text === null) continue;
    const group = byJson.get(text);
    if (group === undefined) join(byJson, text, target, text);
    else group.push(target);
  }
  return { json, groups };
}

function batchOfOne(fetch: CompiledFetch, target: Data, scope: ExecutionScope): Batch {
  const { json } = fetch.representer(target.__typename);
  const text = json(target, scope.unescaped) ?? carefully(fetch, target, scope);
  return text === null ? NOTHING : { json: [text], groups: [[target]] };
}

const NOTHING: Batch = { json: [], groups: [] };

/**
 * A representation where something is missing or unusual. Null: there is none. Where a needed value
 * is missing because its own fetch failed, that failure is the failure of what would be fetched here.
 */
function carefully(fetch: CompiledFetch, target: Data, scope: ExecutionScope): string | null {
  const { failures, coerced } = scope;
  const { supergraph } = scope.compiled.schemas;
  // The planner fetches what a conditional field requires under the field's own condition.
  const leavesOut = fetch.conditions.some(
    ({ variable, leavesOutWhen }) => coerced[variable] === leavesOutWhen,
  );
  const mayLack = (at: Data, key: string) => leavesOut && failures.at(at, key).length === 0;
  const representation = representationOf(supergraph, target, fetch.requires ?? [], mayLack);
  if ('built' in representation) {
    applyRewrites(supergraph, fetch.inputRewrites, representation.built);
    return JSON.stringify(representation.built);
  }
  if (representation.missing !== null) {
    const { at, key } = representation.missing;
    for (const { failure } of failures.at(at, key)) {
      failures.noteAll(target, fetch.brings, { failure, path: undefined });
    }
  }
  return null;
}
