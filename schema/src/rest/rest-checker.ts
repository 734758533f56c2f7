import type { GraphQLSchema } from 'graphql';
import type { Checker, Comparison } from '../check/checker.ts';
import type { Finding } from '../report/finding.ts';
import type { FileTree } from '../source/file-tree.ts';
import { type DescribedRoutes, describedRoutes, routeName } from './described-routes.ts';
import type { OpenApi, OpenApiOperation } from './open-api.ts';
import { requestChanges } from './request-changes.ts';
import { responseChanges } from './response-changes.ts';
import { change, type RestChange } from './rest-change.ts';
import { routePlaces } from './rest-places.ts';

/** Compares what programs are told of the REST routes, on the graph and the routes.yaml of each side. */
export const rest: Checker = {
  heading: 'rest',
  needsComposition: true,
  check: ({ base, head, config, configBefore }: Comparison): Finding[] => {
    const folder = config.rest?.folder;
    const [before, after] = [base.api(), head.api()];
    if (folder === undefined || before === null || after === null) return [];
    const now = describe(head.tree, folder, after);
    if (now instanceof Error) return [unreadable(folder, now)];
    const formerly = configBefore?.rest?.folder ?? folder;
    const then = describe(base.tree, formerly, before);
    if (then instanceof Error) return [];
    const [places, former] = [routePlaces(head.tree, folder), routePlaces(base.tree, formerly)];
    return routeChanges(then, now).map(({ route, rule, severity, at, message, becomes }) => {
      const old = former.get(route);
      const place = places.get(route) ?? (old && { ...old, in: 'base' as const });
      return {
        ...{ check: 'rest', rule, severity, level: LEVEL[severity] },
        ...{ coordinate: at === '' ? route : `${route}#${at}`, message: `${message}.` },
        ...(becomes !== undefined && { becomes }),
        ...(place && { place }),
      };
    });
  },
};

const LEVEL = { breaking: 'error', dangerous: 'warning', safe: 'notice' } as const;

function describe(tree: FileTree, folder: string, api: GraphQLSchema): DescribedRoutes | Error {
  try {
    return describedRoutes(tree, folder, api);
  } catch (error) {
    return error as Error;
  }
}

const unreadable = (folder: string, { message }: Error): Finding => ({
  ...{ check: 'rest', rule: 'REST_UNREADABLE', level: 'error', severity: 'invalid' },
  ...{ coordinate: folder, message, place: { file: `${folder}/routes.yaml`, line: 1 } },
});

type RouteChange = RestChange & { route: string };

function routeChanges(then: DescribedRoutes, now: DescribedRoutes): RouteChange[] {
  const [before, after] = [routesOf(then.description), routesOf(now.description)];
  const told = new Set(now.unfit.map(({ route }) => keyOf(route)));
  const unfit = now.unfit
    .filter(({ route }) => before.has(keyOf(route)))
    .map(({ route, reason }) => {
      const message = `is out of service: ${reason.replace(/\.$/, '')}`;
      return { route, ...change('breaking', 'ROUTE_OUT_OF_SERVICE', '', message) };
    });
  const all = new Set([...before.keys(), ...after.keys()]);
  const compared = [...all].flatMap((key): RouteChange[] => {
    const [old, present] = [before.get(key), after.get(key)];
    const { name: route } = present ?? old ?? { name: '' };
    const tell = (each: RestChange): RouteChange => ({ route, ...each });
    if (old === undefined) return [tell(change('safe', 'ROUTE_ADDED', '', 'is new'))];
    if (present === undefined) {
      return told.has(key) ? [] : [tell(change('breaking', 'ROUTE_REMOVED', '', 'is gone'))];
    }
    const pair = {
      base: { operation: old.operation, root: then.description },
      head: { operation: present.operation, root: now.description },
    };
    return [...requestChanges(pair), ...responseChanges(pair)].map(tell);
  });
  return [...unfit, ...compared];
}

/** Routes are the same whatever the parts of their paths are called. */
const keyOf = (name: string): string => name.replaceAll(/\{\w+\}/g, '{}');

function routesOf({ paths }: OpenApi): Map<string, { name: string; operation: OpenApiOperation }> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const name = routeName(method, path);
        return [keyOf(name), { name, operation }] as const;
      }),
    ),
  );
}
