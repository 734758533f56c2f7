import { setImmediate } from 'node:timers/promises';
import type { Logger } from '@souk/platform/log';
import type { Config } from '../config.ts';
import type { Generations } from '../generation/generations.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import type { Identify } from '../http/identify.ts';
import type { Payers } from '../http/payers.ts';
import type { Prepare } from '../operations/prepare.ts';
import type { RunOperation } from '../operations/run.ts';
import { routeBinder } from './bind-route.ts';
import { describer } from './description.ts';
import { docsRoutes } from './docs-routes.ts';
import { readRestManifest } from './manifest.ts';
import { OPENAPI_PATH, restRoutes } from './rest-routes.ts';
import { routeTable } from './route-table.ts';
import { routeServer } from './serve-route.ts';

const PREFIX = '/rest';

/**
 * The REST routes of a configured folder. Null where none is. Throws an Error that says why the
 * folder cannot be used.
 */
export function openRest(
  config: Config,
  parts: {
    supergraph: Generations;
    prepare: Prepare;
    run: RunOperation;
    identify: Identify;
    payers: Payers | null;
    log: Logger;
  },
): AddRoutes | null {
  if (config.REST_DIR === undefined) return null;
  const { supergraph, prepare, run, identify, payers, log } = parts;
  const manifest = readRestManifest(config.REST_DIR);
  const bind = routeBinder({
    prepare,
    statuses: manifest.statuses,
    limits: {
      maxTokens: config.MAX_TOKENS,
      maxDepth: config.MAX_DEPTH,
      maxAliases: config.MAX_ALIASES,
      maxDirectives: config.MAX_DIRECTIVES,
      maxRootFields: config.MAX_ROOT_FIELDS,
      maxFields: config.MAX_FIELDS,
    },
  });
  const table = routeTable(manifest, supergraph, bind, log);
  const serve = routeServer({
    identify,
    payers,
    run,
    requestDeadlineMs: config.REQUEST_DEADLINE_MS,
    forwardHeaders: config.TRANSPORT.forwardHeaders,
    tokenHeader: config.TOKEN_HEADER,
    prefix: PREFIX,
  });
  const warm = async () => {
    const generation = supergraph.current();
    for (const { operation } of table.all(generation)) {
      await setImmediate();
      generation.compile(operation.source);
    }
  };
  const describe = describer(table, supergraph, PREFIX);
  return async (http) => {
    // A cold plan takes milliseconds, which the first client is not to wait for.
    await warm();
    await http.register(
      async (rest) => restRoutes(rest, { table, supergraph, serve, describe, log }),
      { prefix: PREFIX },
    );
    if (config.REST_DOCS) await docsRoutes(http, `${PREFIX}${OPENAPI_PATH}`, manifest.title);
  };
}
