import type { Logger } from '@souk/platform/log';
import type { Generation } from '../generation/generation.ts';
import type { Generations } from '../generation/generations.ts';
import type { BindRoute, BoundRoute } from './bind-route.ts';
import type { RestManifest } from './manifest.ts';

/** The declared routes on the generation that serves. */
export type RouteTable = {
  readonly manifest: RestManifest;
  /** Null: the schema that serves has no place for the route. */
  of: (generation: Generation, declared: RestManifest['routes'][number]) => BoundRoute | null;
  /** Those that can be served, in the manifest's order. */
  all: (generation: Generation) => readonly BoundRoute[];
};

type Bound = ReadonlyMap<RestManifest['routes'][number], BoundRoute>;

/**
 * Binds every route, at first and to every generation to come. Throws an Error that names each route
 * which does not fit the first schema; where a later one has lost what a route needs, that is logged,
 * and the route is out of service until it comes back: the graph itself is not held up by it.
 */
export function routeTable(
  manifest: RestManifest,
  supergraph: Generations,
  bind: BindRoute,
  log: Logger,
): RouteTable {
  const byGeneration = new WeakMap<Generation, Bound>();

  function bindAll(generation: Generation): string[] {
    const problems: string[] = [];
    const bound = new Map<RestManifest['routes'][number], BoundRoute>();
    for (const declared of manifest.routes) {
      try {
        bound.set(declared, bind(generation, declared));
      } catch (error) {
        const { method, path, document } = declared;
        problems.push(`${method} ${path} (${document}): ${(error as Error).message}`);
      }
    }
    byGeneration.set(generation, bound);
    return problems;
  }

  const problems = bindAll(supergraph.current());
  if (problems.length > 0) {
    throw new Error(`The REST routes do not fit the supergraph:\n  ${problems.join('\n  ')}`);
  }
  supergraph.onNext((next) => {
    for (const reason of bindAll(next)) log.error({ reason }, 'REST route out of service');
  });
  return {
    manifest,
    of: (generation, declared) => byGeneration.get(generation)?.get(declared) ?? null,
    all: (generation) => [...(byGeneration.get(generation)?.values() ?? [])],
  };
}
