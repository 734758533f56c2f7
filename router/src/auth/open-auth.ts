import type { Discovery } from '@souk/platform/discovery';
import type { Logger } from '@souk/platform/log';
import type { Config } from '../config.ts';
import type { Generations } from '../generation/generations.ts';
import type { AddRoutes } from '../http/fastify-door.ts';
import { authRoutes } from './auth-routes.ts';
import { upstream } from './upstream.ts';

/**
 * The pass-through of /auth to a subgraph's server: the instances that discovery knows, else the
 * address in the supergraph. Null where none is configured. Throws an Error where there is no such
 * subgraph.
 */
export function openAuth(
  config: Config,
  parts: { supergraph: Generations; discovery: Discovery | null; log: Logger },
): AddRoutes | null {
  const name = config.AUTH_SUBGRAPH;
  if (name === undefined) return null;
  const { supergraph, discovery, log } = parts;
  const urlOf = () => supergraph.current().subgraphs.find((each) => each.name === name)?.url;
  if (urlOf() === undefined) {
    throw new Error(`AUTH_SUBGRAPH: the supergraph has no subgraph "${name}".`);
  }
  const origins = (): readonly string[] => {
    const found = discovery?.instances(name) ?? [];
    const urls = found.length > 0 ? found.map(({ http }) => http) : [urlOf() ?? ''];
    return urls.filter(Boolean).map((url) => new URL(url).origin);
  };
  return (http) =>
    authRoutes(http, {
      upstream: upstream({ origins, deadlineMs: config.REQUEST_DEADLINE_MS }),
      maxBodyBytes: config.MAX_BODY_BYTES,
      believesProxies: config.TRUST_PROXY !== undefined,
      log,
    });
}
