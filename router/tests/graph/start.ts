import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { createLogger } from '@souk/platform/log';
import { parse } from 'graphql';
import { vi } from 'vitest';
import { type Router, startRouter } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { shop } from './shop.ts';
import type { TestSubgraph } from './subgraph-server.ts';

// The machine may be busy with other suites.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

export type Answer = {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown>;
    locations?: unknown;
  }[];
};

export type TestGraph = {
  subgraphs: TestSubgraph[];
  subgraph: (name: string) => TestSubgraph;
  router: Router;
  supergraphFile: string;
  folder: string;
  supergraph: string;
  ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  close: () => Promise<void>;
};

export function composed(subgraphs: readonly TestSubgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

/** One test's failures are not to be another's. */
const NO_BREAKER = JSON.stringify({
  all: { breakAfter: 1_000_000, breakMinimum: 1_000_000, breakSilenceMs: 1_000_000_000 },
});

/** Starts the test shop and a router on it. */
export async function startGraph(env: Record<string, string> = {}): Promise<TestGraph> {
  const subgraphs = shop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
  const folder = mkdtempSync(join(tmpdir(), 'router-test-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  const supergraph = composed(subgraphs);
  writeFileSync(supergraphFile, supergraph);
  const router = await startRouterOn(supergraphFile, folder, env);
  return {
    subgraphs,
    subgraph: (name) => {
      const found = subgraphs.find((subgraph) => subgraph.name === name);
      if (found === undefined) throw new Error(name);
      return found;
    },
    router,
    supergraphFile,
    folder,
    supergraph,
    ask: async (query, variables = {}, headers = {}) => {
      const response = await fetch(`${router.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
      return { status: response.status, headers: response.headers, ...body };
    },
    close: async () => {
      await router.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}

/** Starts a router on a supergraph whose subgraphs run. */
export async function startRouterOn(
  supergraphFile: string,
  folder: string,
  env: Record<string, string> = {},
): Promise<Router> {
  const config = parseConfig(
    [],
    {
      PORT: '0',
      LOG_LEVEL: 'silent',
      FETCH_DEADLINE_MS: '1500',
      TRANSPORT: NO_BREAKER,
      DRAIN_IDLE_MS: '0',
      ...env,
    },
    { SUPERGRAPH_FILE: supergraphFile, EXAMPLES_DIR: folder },
  );
  if (config === null) throw new Error('no configuration');
  return startRouter(config, createLogger({ name: 'test', level: 'silent' }));
}
