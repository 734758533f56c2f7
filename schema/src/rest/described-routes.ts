import path from 'node:path';
import { type FittedRoute, fitRoute } from '@souk/router/rest/bind-route';
import { readRestManifest } from '@souk/router/rest/manifest';
import { openApi } from '@souk/router/rest/openapi/openapi';
import type { GraphQLSchema } from 'graphql';
import type { FileTree } from '../source/file-tree.ts';
import type { OpenApi } from './open-api.ts';

/** Limits are the router's to set; here every route counts. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const LIMITS = {
  ...{ maxTokens: NO_LIMIT, maxDepth: NO_LIMIT, maxAliases: NO_LIMIT },
  ...{ maxDirectives: NO_LIMIT, maxRootFields: NO_LIMIT, maxFields: NO_LIMIT },
};
const PREFIX = '/rest';

export type DescribedRoutes = {
  description: OpenApi;
  /** Routes that the schema has no place for, and why. */
  unfit: readonly { route: string; reason: string }[];
};

/** The name that a route has in findings: `GET /rest/products/{id}`. */
export const routeName = (method: string, path: string): string =>
  `${method.toUpperCase()} ${PREFIX}${path}`;

/**
 * The routes of a folder as the router would serve them on a schema. Throws an Error that says why the
 * folder cannot be used.
 */
export function describedRoutes(
  tree: FileTree,
  folder: string,
  api: GraphQLSchema,
): DescribedRoutes {
  const manifest = readRestManifest(folder, (file) => {
    const name = file.split(path.sep).join('/');
    const text = tree.read(name);
    if (text === null) throw new Error(`${name} is not in ${tree.name}`);
    return text;
  });
  const routes: FittedRoute[] = [];
  const unfit: { route: string; reason: string }[] = [];
  for (const declared of manifest.routes) {
    try {
      routes.push(fitRoute(api, declared, { limits: LIMITS, statuses: manifest.statuses }));
    } catch (error) {
      const route = routeName(declared.method, declared.path);
      unfit.push({ route, reason: `${declared.document}: ${(error as Error).message}` });
    }
  }
  return { description: openApi(manifest, api, routes, PREFIX) as OpenApi, unfit };
}
