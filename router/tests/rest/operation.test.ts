import { writeFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { startGraph, type TestGraph } from '../graph/start.ts';
import { DOCUMENTS, ROUTES, restFolder, startRest } from './stage.ts';

let graph: TestGraph | null = null;
afterEach(async () => {
  await graph?.close();
  graph = null;
});
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${graph?.router.url}${path}`, { headers });

test('without a folder there is neither /rest nor /docs', async () => {
  graph = await startGraph();
  for (const path of ['/rest/products', '/rest/openapi.json', '/docs/']) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
});

test('the pages for people can be left out', async () => {
  graph = await startRest({ REST_DOCS: 'false' });
  expect((await get('/docs/')).status).toBe(404);
  expect((await get('/rest/openapi.json')).status).toBe(200);
});

test('the script of the pages is sent packed, and once', async () => {
  graph = await startRest();
  const first = await get('/docs/js/scalar.js', { 'accept-encoding': 'gzip' });
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect(Number(first.headers.get('content-length'))).toBeLessThan(2_000_000);
  expect((await first.text()).length).toBeGreaterThan(2_000_000);
  const tag = first.headers.get('etag') ?? '';
  const again = await get('/docs/js/scalar.js', { 'if-none-match': tag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const policy = (await get('/docs/')).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).not.toMatch(/https?:|\*/);
});

test('an answer for one origin is not kept for another', async () => {
  graph = await startRest({ CORS_ORIGINS: 'https://a.example,https://b.example' });
  const { headers } = await get('/rest/products', { origin: 'https://b.example' });
  expect(headers.get('access-control-allow-origin')).toBe('https://b.example');
  expect(headers.get('vary')).toMatch(/^Origin, accept,/);
});

test('a route counts towards the same rate as its operation would', async () => {
  graph = await startRest({ RATE_LIMIT_PER_SECOND: '1', RATE_LIMIT_BURST: '2' });
  const first = await get('/rest/products');
  expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([
    200,
    '"operations";q=2;w=2',
  ]);
  expect(first.headers.get('ratelimit')).toBe('"operations";r=1;t=1');
  await graph.ask('{ products { id } }');
  const refused = await get('/rest/products');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(await refused.json()).toMatchObject({ title: 'Too Many Requests', code: 'RATE_LIMITED' });
});

test('what a generation has no place for is out of service until it comes back', async () => {
  graph = await startRest();
  const { supergraphFile, supergraph } = graph;
  const without = supergraph.replace('broken: String', 'whole: String');
  expect(without).not.toBe(supergraph);
  writeFileSync(supergraphFile, without);
  await vi.waitFor(async () => expect((await get('/rest/broken')).status).toBe(503), 15_000);
  expect(await (await get('/rest/broken')).json()).toMatchObject({ code: 'UNAVAILABLE' });
  expect((await get('/rest/products')).status).toBe(200);
  const { paths } = (await (await get('/rest/openapi.json')).json()) as { paths: object };
  expect([Object.hasOwn(paths, '/broken'), Object.hasOwn(paths, '/products')]).toEqual([
    false,
    true,
  ]);
  writeFileSync(supergraphFile, supergraph);
  await vi.waitFor(async () => expect((await get('/rest/broken')).status).toBe(500), 15_000);
}, 40_000);

test('documents that do not fit are told before anything is served', async () => {
  const documents = { ...DOCUMENTS, 'who.graphql': 'query { nobody }', 'me.graphql': '{ viewer }' };
  await expect(startGraph({ REST_DIR: restFolder(ROUTES, documents) })).rejects.toThrow(
    /do not fit the supergraph:\n {2}GET \/people\/me .*\n {2}GET \/who \(who\.graphql\): Cannot query/,
  );
});
