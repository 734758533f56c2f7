import { type Failure, type Path, type RawError, toFailure } from '../errors/subgraph-error.ts';
import type { CompiledFetch } from '../plan/compiled.ts';
import type { ExecutionScope } from './request.ts';
import { pathOf, type Target } from './targets.ts';

/**
 * Notes a subgraph's errors at the gaps of the answer that they explain, with the client's path.
 * `loose`: errors that point nowhere are noted too. Returns them as failures.
 */
export function noteErrors(
  fetch: CompiledFetch,
  errors: readonly RawError[],
  groups: readonly (readonly Target[])[],
  scope: ExecutionScope,
  { loose }: { loose: boolean },
): Failure[] {
  return errors.map((error) => {
    const failure = toFailure(fetch.service, error);
    const [group, rest] = locate(fetch, error.path, groups);
    if (group === null) {
      if (loose) scope.failures.noteLoose({ failure, path: undefined });
      return failure;
    }
    for (const target of group) {
      if (rest.length === 0) {
        scope.failures.noteAll(target.value, fetch.brings, { failure, path: undefined });
        continue;
      }
      const path = [...pathOf(target.place), ...rest].map((key) => clientKey(key, scope));
      const gap = gapAt(target.value, rest);
      scope.failures.note(gap.container, gap.key, { failure, path });
    }
    return failure;
  });
}

const clientKey = (key: string | number, { compiled }: ExecutionScope) =>
  typeof key === 'string' ? (compiled.clientName.get(key) ?? key) : key;

/** The targets that an error path speaks of, and the path below them. */
function locate(
  fetch: CompiledFetch,
  path: unknown,
  groups: readonly (readonly Target[])[],
): [readonly Target[] | null, Path] {
  if (!isPath(path)) return [null, []];
  const rest = path.map((key) => (typeof key === 'string' ? fetch.mergedName(key) : key));
  if (fetch.requires === null) return [groups[0] ?? null, rest];
  const index = path[1];
  if (typeof index !== 'number') return [null, []];
  return [groups[index] ?? null, rest.slice(2)];
}

const isPath = (path: unknown): path is Path =>
  Array.isArray(path) &&
  path.length > 0 &&
  path.every((key) => typeof key === 'string' || Number.isInteger(key));

/** The first missing value along a path: a null field above may have swallowed the rest. */
function gapAt(root: object, path: Path): { container: object; key: string | number } {
  let container = root;
  for (const key of path.slice(0, -1)) {
    const value = read(container, key);
    if (typeof value !== 'object' || value === null) return { container, key };
    container = value;
  }
  return { container, key: path.at(-1) ?? '' };
}

const read = (container: object, key: string | number): unknown =>
  Object.hasOwn(container, key) ? (container as Record<string | number, unknown>)[key] : undefined;
