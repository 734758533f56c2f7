import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shop } from '../graph/shop.ts';
import { composed } from '../graph/start.ts';
import { type RouterProcess, routerProcess } from './router-process.ts';
import { type SubgraphProcess, subgraphProcess } from './subgraph-process.ts';

const ASKED = ['accounts', 'products', 'orders'] as const;
type Name = (typeof ASKED)[number];

export type Stage = {
  readonly subgraphs: Readonly<Record<Name, readonly SubgraphProcess[]>>;
  readonly routers: readonly RouterProcess[];
  close: () => void;
};

/** Subgraphs and routers, each a process of its own, the instances told by a discovery file. */
export async function stage(
  counts: Readonly<Record<Name, number>>,
  routers = 1,
  env: Record<string, string> = {},
): Promise<Stage> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, routers);
  const ports = await freePorts(total);
  const take = () => ports.pop() ?? 0;
  const subgraphs = Object.fromEntries(
    ASKED.map((name) => [
      name,
      Array.from({ length: counts[name] }, () => subgraphProcess(name, take())),
    ]),
  ) as Record<Name, SubgraphProcess[]>;
  const folder = mkdtempSync(join(tmpdir(), 'router-faults-'));
  const files = {
    supergraph: join(folder, 'supergraph.graphql'),
    discovery: join(folder, 'discovery.json'),
  };
  writeFileSync(
    files.supergraph,
    composed(shop().map((each) => Object.assign(each, { url: 'http://127.0.0.1:9/graphql' }))),
  );
  const instances = ASKED.map((name) => [
    name,
    subgraphs[name].map(({ port }) => ({
      id: `${name}-${port}`,
      http: `http://127.0.0.1:${port}`,
    })),
  ]);
  writeFileSync(files.discovery, JSON.stringify(Object.fromEntries(instances)));
  const all = Object.values(subgraphs).flat();
  const started = Array.from({ length: routers }, () => routerProcess(take(), files, env));
  const close = () => {
    for (const each of [...all, ...started]) each.end();
    rmSync(folder, { recursive: true });
  };
  try {
    await Promise.all([...all, ...started].map((each) => each.start()));
  } catch (error) {
    close();
    throw error;
  }
  return { subgraphs, routers: started, close };
}

/** Free at the moment: processes that come back need the port that they had. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
