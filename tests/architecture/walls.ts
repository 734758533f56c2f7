import { imports, isTest, type Source } from './sources.ts';

const SHARED = ['platform', 'contracts'];
const EDGES = ['graphql', 'rpc', 'bus', 'store', 'provider'];

/** Which rooms a room may import besides itself; a place that is not listed may import all. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  main: ['compose', 'config', ...SHARED],
  compose: ['config', ...EDGES, 'app', 'domain', ...SHARED],
  config: SHARED,
  graphql: ['app', 'domain', ...SHARED],
  rpc: ['app', 'domain', ...SHARED],
  bus: ['app', 'domain', ...SHARED],
  store: ['app', 'domain', ...SHARED],
  provider: ['app', 'domain', ...SHARED],
  app: ['domain', ...SHARED],
  domain: SHARED,
  router: SHARED,
  monitor: SHARED,
  schema: ['router', ...SHARED],
  stack: SHARED,
  storefront: [],
  platform: [],
  contracts: [],
};

type Place = { room: string; house: string };

/** The room of a file: a folder of a subgraph, or a folder of the root; null for npm packages. */
function placeOf(file: string): Place | null {
  const inSubgraph = /^subgraphs\/([\w-]+)\/src\/(\w[\w-]*)/.exec(file);
  if (inSubgraph) return { house: `${inSubgraph[1]}`, room: `${inSubgraph[2]}` };
  const folder = /^(\w+)\//.exec(file)?.[1];
  return folder !== undefined && (folder in ALLOWED || folder === 'tests')
    ? { house: folder, room: folder }
    : null;
}

/** Every import through a wall, as `file → import: why`. Source: docs/adr/0003. */
export function wallViolations(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => !isTest(source.path))
    .flatMap((source) => {
      const from = placeOf(source.path);
      if (from === null) return [];
      return imports(source).flatMap((target) => {
        const why = trespass(from, placeOf(target));
        return why === null ? [] : [`${source.path} → ${target}: ${why}`];
      });
    });
}

function trespass(from: Place, to: Place | null): string | null {
  if (to === null || (from.room === to.room && from.house === to.house)) return null;
  const shared = SHARED.includes(to.room);
  if (from.house !== to.house && !shared && to.house !== to.room) {
    return 'nobody imports a subgraph';
  }
  const allowed = ALLOWED[from.room];
  return allowed === undefined || allowed.includes(to.room)
    ? null
    : `${from.room} may not import ${to.room}`;
}

const PURE_PACKAGES = /^(zod|dinero\.js|uuid)$/;
const PURE_PLATFORM = /^platform\/src\/(decider|errors|ids|input|paging)\.ts$/;

/** Imports by which a domain would do more than compute. */
export function impureDomains(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => /^subgraphs\/[^/]+\/src\/domain\//.test(path) && !isTest(path))
    .flatMap((source) =>
      imports(source)
        .filter((target) => !/^(subgraphs|contracts)\//.test(target))
        .filter((target) => !PURE_PACKAGES.test(target) && !PURE_PLATFORM.test(target))
        .map((target) => `${source.path} → ${target}`),
    );
}
