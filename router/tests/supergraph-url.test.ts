import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Router } from '../src/compose.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const BROKEN = 'broken: String';

/** A source of supergraphs that can be told what to answer. */
async function startSource() {
  const state = { sdl: graph.supergraph, mode: 'ok' as 'ok' | 'away' | 'hang' | 'endless' };
  const seen: { etag: string | undefined; authorization: string | undefined; status: number }[] =
    [];
  function answer(request: IncomingMessage, response: ServerResponse) {
    const etag = `"${state.sdl.length}"`;
    const given = request.headers['if-none-match'];
    const status = state.mode === 'away' ? 503 : given === etag ? 304 : 200;
    seen.push({ etag: given, authorization: request.headers.authorization, status });
    if (state.mode === 'hang') return;
    response.writeHead(status, { etag });
    if (state.mode === 'endless') {
      const more = () => response.write('#'.repeat(65_536)) && setImmediate(more);
      response.on('drain', more);
      more();
    } else response.end(status === 200 ? state.sdl : '');
  }
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    state,
    seen,
    url: `http://127.0.0.1:${port}/supergraph?token=hush`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const env = { SUPERGRAPH_POLL_MS: '100', SUPERGRAPH_MAX_POLL_MS: '200', SUPERGRAPH_FILE: '' };
const start = (url: string, more: Record<string, string> = {}): Promise<Router> =>
  startRouterOn('none.graphql', graph.folder, { ...env, SUPERGRAPH_URL: url, ...more });

async function hasField(router: Router, field: string): Promise<boolean> {
  const response = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __type(name: "Query") { fields { name } } }' }),
  });
  return (await response.text()).includes(`"${field}"`);
}

const metric = async (router: Router, name: string): Promise<string> =>
  (await (await fetch(`${router.url}/metrics`)).text())
    .split('\n')
    .filter((line) => line.startsWith(name))
    .join('\n');

test('it is polled with its ETag, swapped when it changes, kept when it is bad, and kept on disk', async () => {
  const source = await startSource();
  const cacheFile = join(graph.folder, 'kept.graphql');
  const router = await start(source.url, {
    SUPERGRAPH_CACHE_FILE: cacheFile,
    SUPERGRAPH_AUTHORIZATION: 'Bearer abc',
  });
  await vi.waitFor(() => expect(source.seen.at(-1)?.status).toBe(304), 5_000);
  expect(source.seen[0]).toMatchObject({ etag: undefined, authorization: 'Bearer abc' });
  expect(readFileSync(cacheFile, 'utf8')).toBe(graph.supergraph);
  const next = graph.supergraph.replace(BROKEN, 'wholesome: String');
  source.state.sdl = next;
  await vi.waitFor(async () => expect(await hasField(router, 'wholesome')).toBe(true), 5_000);
  source.state.sdl = 'type Query {';
  const refused = 'router_supergraph_polls_total{outcome="refused"';
  await vi.waitFor(async () => expect(await metric(router, refused)).toMatch(/ 1$/), 5_000);
  await vi.waitFor(() => expect(source.seen.at(-1)?.status).toBe(304), 5_000);
  expect(await hasField(router, 'wholesome')).toBe(true);
  expect(readFileSync(cacheFile, 'utf8')).toBe(next);
  source.state.mode = 'away';
  const failed = 'router_supergraph_polls_total{outcome="failed"';
  await vi.waitFor(async () => expect(await metric(router, failed)).toMatch(/ [2-9]$/), 5_000);
  expect(await hasField(router, 'wholesome')).toBe(true);
  expect(readdirSync(graph.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await router.close();
  source.close();
});

test.each(['away', 'hang', 'endless', 'bad'] as const)(
  'while the source is %s, a router starts with the last good one, and is ready',
  async (mode) => {
    const source = await startSource();
    if (mode === 'bad') source.state.sdl = 'type Query {';
    else source.state.mode = mode;
    const cacheFile = join(graph.folder, `${mode}.graphql`);
    const more = { SUPERGRAPH_TIMEOUT_MS: '1000', SUPERGRAPH_MAX_BYTES: '1000000' };
    const none = start(source.url, { ...more, SUPERGRAPH_CACHE_FILE: cacheFile });
    await expect(none).rejects.toThrow(/^No supergraph to start with: /);
    await expect(none).rejects.not.toThrow(/hush/);
    writeFileSync(cacheFile, graph.supergraph);
    const router = await start(source.url, { ...more, SUPERGRAPH_CACHE_FILE: cacheFile });
    expect(await hasField(router, 'broken')).toBe(true);
    expect((await fetch(`${router.url}/health/ready`)).status).toBe(200);
    expect(await metric(router, 'router_supergraph_from_disk')).toMatch(/ 1$/);
    source.state.mode = 'ok';
    source.state.sdl = graph.supergraph;
    await vi.waitFor(
      async () => expect(await metric(router, 'router_supergraph_from_disk')).toMatch(/ 0$/),
      8_000,
    );
    await router.close();
    source.close();
  },
);
