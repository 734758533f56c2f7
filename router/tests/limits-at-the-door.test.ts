import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { post } from './graph/post.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const started: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const router of started.splice(0)) await router.close();
});

async function routerWith(env: Record<string, string>): Promise<string> {
  const router = await startRouterOn(graph.supergraphFile, graph.folder, env);
  started.push(router);
  return router.url;
}

const ONE = '{"query":"{ viewer { id } }"}';
const THREE = '{"query":"{ a: viewer { id } b: viewer { id } c: viewer { id } }"}';

test('root fields are paid for by the address, however they are aliased or batched', async () => {
  const limited = { RATE_LIMIT_PER_SECOND: '0.001', RATE_LIMIT_BURST: '8', MAX_BATCH: '5' };
  const url = await routerWith(limited);
  expect((await post(url, THREE)).status).toBe(200);
  expect((await post(url, THREE)).status).toBe(200);
  expect((await post(url, `[${ONE},${ONE}]`)).status).toBe(200);
  const refused = await post(url, ONE);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(JSON.parse(refused.text).errors[0].extensions.code).toBe('RATE_LIMITED');
});

const LIMITED = { RATE_LIMIT_PER_SECOND: '0.01', RATE_LIMIT_BURST: '8', MAX_BATCH: '5' };
const policy = '"operations";q=8;w=800';

test('every answer tells what is left of the rate, through whichever door', async () => {
  const url = await routerWith(LIMITED);
  const told = async (body: string) => {
    const { status, headers } = await post(url, body);
    return [status, headers['ratelimit-policy'], headers.ratelimit];
  };
  expect(await told(THREE)).toEqual([200, policy, '"operations";r=5;t=300']);
  expect(await told(THREE)).toEqual([200, policy, '"operations";r=2;t=600']);
  expect(await told('{"query":"{ nothing }"}')).toEqual([400, policy, '"operations";r=1;t=700']);
  expect(await told(`[${ONE}]`)).toEqual([200, policy, '"operations";r=0;t=800']);
  const refused = await post(url, ONE);
  expect([refused.status, refused.headers.ratelimit]).toEqual([429, '"operations";r=0;t=800']);
  expect(refused.headers['ratelimit-policy']).toBe(policy);
  expect(refused.headers['retry-after']).toBe('100');
  expect(refused.headers['access-control-expose-headers']).toMatch(/ratelimit, ratelimit-policy/);
  expect((await post(await routerWith({}), ONE)).headers).not.toHaveProperty('ratelimit');
});

test('with demand control on, what is dear takes more of the rate, through both doors', async () => {
  const url = await routerWith({
    ...LIMITED,
    DEMAND_CONTROL: 'measure',
    RATE_LIMIT_COST_PER_TOKEN: '4',
  });
  // Ten orders of a list without @listSize, in tokens of four.
  const dear = '{"query":"{ orders { id } }"}';
  for (const left of ['"operations";r=5;t=300', '"operations";r=2;t=600']) {
    const { status, headers } = await post(url, dear);
    expect([status, headers.ratelimit]).toEqual([200, left]);
  }
  graph.subgraph('orders').received = [];
  expect((await post(url, dear)).status).toBe(429);
  expect(graph.subgraph('orders').received).toEqual([]);
  expect((await post(url, ONE)).headers.ratelimit).toBe('"operations";r=1;t=700');
});

test('what is dearer than the whole budget is let through when that is whole, new or known', async () => {
  const url = await routerWith({ RATE_LIMIT_PER_SECOND: '50', RATE_LIMIT_BURST: '2' });
  for (const _ of ['new', 'known']) {
    await expect.poll(async () => (await post(url, ONE)).headers.ratelimit).toMatch(/r=1/);
    await expect.poll(async () => (await post(url, THREE)).status, { interval: 100 }).toBe(200);
  }
});

test('what exceeds a budget is refused before it is fetched', async () => {
  const url = await routerWith({ RATE_LIMIT_PER_SECOND: '0.001', RATE_LIMIT_BURST: '3' });
  expect((await post(url, ONE)).status).toBe(200);
  graph.subgraph('accounts').received = [];
  const refused = await post(url, THREE);
  expect(refused.status).toBe(429);
  expect(refused.headers['retry-after']).toBeDefined();
  expect(graph.subgraph('accounts').received).toEqual([]);
});

test('an address that a trusted proxy tells is the one that pays', async () => {
  const env = { RATE_LIMIT_PER_SECOND: '0.001', RATE_LIMIT_BURST: '1' };
  const trusting = await routerWith({ ...env, TRUST_PROXY: 'loopback' });
  const from = (url: string, ip: string) => post(url, ONE, { 'x-forwarded-for': ip });
  expect((await from(trusting, '203.0.113.1')).status).toBe(200);
  expect((await from(trusting, '203.0.113.2')).status).toBe(200);
  expect((await from(trusting, '203.0.113.1')).status).toBe(429);
  const distrusting = await routerWith(env);
  expect((await from(distrusting, '203.0.113.1')).status).toBe(200);
  expect((await from(distrusting, '203.0.113.2')).status).toBe(429);
});

test('a batch is answered in order, up to its bound', async () => {
  const url = await routerWith({ MAX_BATCH: '2' });
  const answer = await post(url, `[${ONE},{"query":"{ viewer { name } }"}]`);
  expect(JSON.parse(answer.text)).toMatchObject([
    { data: { viewer: { id: expect.any(String) } } },
    { data: { viewer: { name: 'Mina' } } },
  ]);
  expect((await post(url, `[${ONE},${ONE},${ONE}]`)).status).toBe(400);
  expect((await post(url, '[]')).status).toBe(400);
  expect((await post(url, '[1,null]')).status).toBe(400);
});

test('only origins that are named are let in, with credentials where that is allowed', async () => {
  const url = await routerWith({ CORS_ORIGINS: 'https://a.example', CORS_CREDENTIALS: 'true' });
  const named = await post(url, ONE, { origin: 'https://a.example' });
  expect(named.headers).toMatchObject({
    'access-control-allow-origin': 'https://a.example',
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  });
  const other = await post(url, ONE, { origin: 'https://b.example' });
  expect(other.headers).not.toHaveProperty('access-control-allow-origin');
});

test('a query plan is told in development when a header asks for it, and shown by a page', async () => {
  const url = await routerWith({});
  const told = await post(url, ONE, { 'souk-expose-query-plan': 'true' });
  expect(JSON.parse(told.text).extensions.queryPlan).toMatch(/QueryPlan {[\s\S]*accounts/);
  const query = encodeURIComponent('{ viewer { id } }');
  const page = await (await fetch(`${url}/plan?query=${query}`)).text();
  expect(page).toContain('Fetch(service: &quot;accounts&quot;)');
  const bad = await (await fetch(`${url}/plan?query=${encodeURIComponent('{ <b> }')}`)).text();
  expect(bad).toMatch(/role="alert">Syntax Error/);
  expect(bad).not.toContain('<b>');
  const secret = await routerWith({ NODE_ENV: 'production' });
  const untold = await post(secret, ONE, { 'souk-expose-query-plan': 'true' });
  expect(JSON.parse(untold.text)).not.toHaveProperty('extensions');
  expect((await fetch(`${secret}/plan?query=${query}`)).status).toBe(404);
});

test('pages run their own scripts and none besides', async () => {
  const url = await routerWith({});
  for (const path of ['/', '/graphiql', '/sandbox', '/plan']) {
    const { headers } = await fetch(`${url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toMatch(/script-src 'self'/);
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});
