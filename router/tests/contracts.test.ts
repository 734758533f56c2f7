import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { hotRequests } from './graph/post.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PART = '/part/graphql';

let graph: TestGraph;
let router: Awaited<ReturnType<typeof startRouterOn>>;
let folder: string;
let part: string;
beforeAll(async () => {
  graph = await startGraph();
  folder = mkdtempSync(join(tmpdir(), 'contracts-'));
  part = join(folder, 'part.graphql');
  writeFileSync(part, hiding('level: Int!'));
  const contracts = { part: { file: part }, other: { path: '/o/graphql', file: part } };
  router = await startRouterOn(graph.supergraphFile, graph.folder, {
    CONTRACTS: JSON.stringify(contracts),
  });
});
afterAll(async () => {
  await router.close();
  await graph.close();
});

/** The supergraph of the tests, with fields hidden from clients. */
const hiding = (...fields: string[]): string =>
  fields.reduce(
    (sdl, field) => sdl.replace(`  ${field}`, `  ${field} @inaccessible`),
    graph.supergraph,
  );

async function ask(path: string, body: object) {
  const response = await fetch(`${router.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}
const LEVEL = { query: '{ viewer { name ... on Customer { level } } }' };
const NAME = { query: '{ viewer { name } }' };

test('what a contract hides is unknown to its clients, and known to those of the whole graph', async () => {
  expect((await ask('/graphql', LEVEL)).text).toContain('"level"');
  const refused = await ask(PART, LEVEL);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Cannot query field \\"level\\"');
  const near = await ask(PART, { query: '{ viewer { ... on Customer { levle } } }' });
  expect(near.text).not.toContain('"level\\"');
});

test('requests of a contract are counted at its path', async () => {
  const counted = async (route: string) => {
    const text = await (await fetch(`${router.url}/metrics`)).text();
    const counts = text.split('\n').filter((line) => line.includes('duration_seconds_count'));
    const ofRoute = counts.filter((line) => line.includes(`route="${route}"`));
    return ofRoute.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };
  const before = [await counted('/graphql'), await counted(PART)];
  await ask(PART, NAME);
  await ask(PART, { query: '{ nothing }' });
  expect([await counted('/graphql'), await counted(PART)]).toEqual([
    before[0],
    (before[1] ?? 0) + 2,
  ]);
});

test('introspection shows the part only', async () => {
  const query = '{ __type(name: "Customer") { fields { name } } }';
  expect((await ask('/graphql', { query })).text).toContain('level');
  expect((await ask(PART, { query })).text).not.toContain('level');
});

test('a known operation takes the hot path at a contract, too', async () => {
  await ask(PART, NAME);
  const before = await hotRequests(router.url);
  expect((await ask(`${PART}?x=1`, NAME)).text).toBe((await ask('/graphql', NAME)).text);
  expect((await hotRequests(router.url)) - before).toBeGreaterThanOrEqual(1);
});

test('what was registered at one path is not known at another', async () => {
  const { createHash } = await import('node:crypto');
  const sha256Hash = createHash('sha256').update(LEVEL.query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  await ask('/graphql', { ...LEVEL, extensions });
  expect((await ask(PART, { extensions })).text).toContain('PERSISTED_QUERY_NOT_FOUND');
});

test('a browser that opens a contract gets GraphiQL for it, and the landing page names it', async () => {
  const page = await fetch(`${router.url}${PART}`, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain(PART);
  const landing = await fetch(router.url, { headers: { accept: 'text/html' } });
  expect(await landing.text()).toContain(`href="${PART}"`);
});

test('WebSockets are taken at a contract', async () => {
  const client = createClient({
    url: `${router.url.replace('http', 'ws')}${PART}`,
    webSocketImpl: WebSocket,
  });
  const results = client.iterate(NAME);
  expect((await results.next()).value).toEqual({ data: { viewer: { name: 'Mina' } } });
  await client.dispose();
});

test('a contract is reloaded without the whole graph', async () => {
  writeFileSync(part, hiding('level: Int!', 'people: [User!]!'));
  await vi.waitFor(
    async () => expect((await ask('/o/graphql', { query: '{ people { id } }' })).status).toBe(400),
    { timeout: 10_000, interval: 100 },
  );
  expect((await ask('/graphql', { query: '{ people { id } }' })).status).toBe(200);
});

test.each([
  ['a path that is taken', { a: { path: '/rest/a', file: 'x' } }, /CONTRACTS\.a\.path: taken/],
  ['one path for two', { a: { path: '/x', file: 'x' }, b: { path: '/x', file: 'x' } }, /same path/],
  ['no place to come from', { a: {} }, /contracts\.a needs a file/],
  ['an unknown key', { a: { fiel: 'x' } }, /fiel/],
])('%s is refused', async (_, contracts, message) => {
  const starting = async () =>
    startRouterOn(graph.supergraphFile, graph.folder, { CONTRACTS: JSON.stringify(contracts) });
  await expect(starting()).rejects.toThrow(message);
});
