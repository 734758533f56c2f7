import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createLogger } from '@souk/platform/log';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRouter } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { post } from './graph/post.ts';
import { startGraph, startRouterOn, type TestGraph } from './graph/start.ts';

let graph: TestGraph;
let keys: Server;
let sign: (claims: { exp?: number; sub?: string }) => Promise<string>;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  keys = createServer((_, response) => void response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  sign = ({ exp = Math.floor(Date.now() / 1_000) + 60 }) =>
    new SignJWT({ scope: '' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setSubject('01980000-0000-7000-8000-000000000001')
      .setIssuer('souk')
      .setAudience('souk')
      .setExpirationTime(exp)
      .sign(privateKey);
  const { port } = keys.address() as AddressInfo;
  graph = await startGraph({
    JWKS_URL: `http://127.0.0.1:${port}/jwks.json`,
    MAX_BODY_BYTES: '20000',
    MAX_DEPTH: '6',
    MAX_ALIASES: '5',
    MAX_TOKENS: '1000',
  });
  writeFileSync(join(graph.folder, '01-people.graphql'), '# Who is <there>?\n{ people { name } }');
  writeFileSync(join(graph.folder, '02-other.graphql'), '{ notOfThisGraph }');
});
afterAll(async () => {
  await graph.close();
  keys.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${graph.router.url}${path}`, { headers });

test('a good token is passed on with language, request id and trace', async () => {
  const authorization = `Bearer ${await sign({})}`;
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const answer = await graph.ask(
    '{ viewer { id } }',
    {},
    {
      authorization,
      traceparent,
      'accept-language': 'ko',
      'x-request-id': 'abc-1',
      cookie: 'a=b',
      'x-else': '1',
    },
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-request-id')).toBe('abc-1');
  const headers = graph.subgraph('accounts').received.at(-1)?.headers;
  expect(headers).toMatchObject({
    authorization,
    traceparent,
    'accept-language': 'ko',
    'x-request-id': 'abc-1',
  });
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('x-else');
});

test.each([
  ['expired', () => sign({ exp: 1_000 })],
  ['forged', async () => `${(await sign({})).slice(0, -4)}AAAA`],
  ['no token at all', async () => 'x'],
])('a token that is %s ends the request with 401', async (_, token) => {
  const answer = await graph.ask(
    '{ viewer { id } }',
    {},
    {
      authorization: `Bearer ${await token()}`,
    },
  );
  expect(answer.status).toBe(401);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(answer.headers.get('www-authenticate')).toBe('Bearer');
});

test.each([
  [
    'a body too large',
    JSON.stringify({ query: `{ a(x: "${'x'.repeat(30_000)}") }` }),
    413,
    'PAYLOAD_TOO_LARGE',
  ],
  ['no JSON', '{"query": ', 400, 'BAD_USER_INPUT'],
  ['no query', '{}', 400, 'BAD_REQUEST'],
  ['a syntax error', '{"query": "{ viewer { "}', 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{"query": "{ nope }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'an unknown operation',
    '{"query": "query A { __typename }", "operationName": "B"}',
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a missing variable',
    '{"query": "query($id: ID!) { order(id: $id) { id } }"}',
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a kind of operation that the schema has not',
    '{"query": "subscription { x }"}',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too deep an operation',
    '{"query": "{ viewer { orders { customer { orders { customer { orders { id } } } } } } }"}',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many aliases',
    '{"query": "{ a:viewer{id} b:viewer{id} c:viewer{id} d:viewer{id} e:viewer{id} f:viewer{id} }"}',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'too many tokens',
    JSON.stringify({ query: `{ ${'viewer { id } '.repeat(300)} }` }),
    400,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['a batch', '[{"query": "{ viewer { id } }"}]', 400, 'BAD_REQUEST'],
])('%s is refused in the shape of GraphQL', async (_, body, status, code) => {
  const response = await fetch(`${graph.router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect(response.status).toBe(status);
  if (code !== undefined) expect(errors[0]?.extensions.code).toBe(code);
});

test.each([
  ['too large', { 'content-type': 'application/json' }, 413],
  ['of another kind', { 'content-type': 'text/plain' }, 415],
])('who still sends a body that is %s sees why it is not read', async (_, headers, status) => {
  const body = Buffer.alloc(8_388_608, ' ');
  expect((await post(graph.router.url, body, headers)).status).toBe(status);
});

test('who may not read the schema is told so, and nothing of how that is configured', async () => {
  const closed = await startRouterOn(graph.supergraphFile, graph.folder, {
    INTROSPECTION: 'false',
  });
  try {
    const { status, text } = await post(closed.url, '{"query":"{ __schema { __typename } }"}');
    expect([status, JSON.parse(text).errors[0].message]).toEqual([
      400,
      'Introspection is not allowed here.',
    ]);
  } finally {
    await closed.close();
  }
});

test('a simple cross-site request is refused, GET with a preflight header is served', async () => {
  const path = '/graphql?query=%7Bviewer%7Bname%7D%7D';
  expect((await get(path)).status).toBe(400);
  const served = await get(path, { 'apollo-require-preflight': '1' });
  expect(await served.json()).toEqual({ data: { viewer: { name: 'Mina' } } });
  const mutation = await get('/graphql?query=mutation%7BfailA%7D', {
    'apollo-require-preflight': '1',
  });
  expect(mutation.status).toBe(405);
});

/** As clients do that would rather speak another protocol on the same connection. */
function upgrading(path: string, upgrade: string, body = ''): Promise<[number, string]> {
  const headers = { connection: 'Upgrade', upgrade, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    httpRequest(`${graph.router.url}${path}`, { method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve([response.statusCode ?? 0, text]);
    })
      .on('error', reject)
      .end(body);
  });
}

test('who offers HTTP/2 with a request is answered by HTTP/1.1', async () => {
  const people = JSON.stringify({ query: '{ people { name } }' });
  const [status, text] = await upgrading('/graphql', 'h2c', people);
  expect([status, JSON.parse(text)]).toEqual([200, { data: expect.anything() }]);
  expect((await upgrading('/health/live', 'h2c'))[0]).toBe(200);
});

test('a WebSocket that nothing here speaks is refused with a status', async () => {
  expect(await upgrading('/elsewhere', 'websocket')).toEqual([404, '']);
});

test('browsers of other origins may ask, without cookies', async () => {
  const response = await fetch(`${graph.router.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://studio.apollographql.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

test('a browser gets a page with the examples of this graph, escaped', async () => {
  for (const path of ['/', '/graphql']) {
    const response = await get(path, { accept: 'text/html,*/*' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('Who is &lt;there&gt;?');
    expect(page).not.toContain('notOfThisGraph');
  }
});

test('GraphiQL is served whole from here', async () => {
  const page = await (await get('/graphiql?example=01-people')).text();
  expect(page).toContain('{ people { name } }');
  expect(page).not.toMatch(/(src|href)="https?:|from "https?:|unpkg/);
  const assets = ['ruru.js', 'ruru.css', 'graphqlWorker.js', 'jsonWorker.js', 'editorWorker.js'];
  for (const asset of assets) {
    const response = await get(`/graphiql/static/${asset}`);
    expect(response.status, asset).toBe(200);
    expect((await response.text()).length).toBeGreaterThan(10_000);
  }
  expect((await get('/graphiql/static/none.js')).status).toBe(404);
});

test('health and metrics answer', async () => {
  expect((await get('/health/live')).status).toBe(200);
  expect((await get('/health/ready')).status).toBe(200);
  const metrics = await (await get('/metrics')).text();
  expect(/router_subgraph_fetch_duration_seconds_count{.*subgraph="accounts"/.test(metrics)).toBe(
    true,
  );
});

const until = async (met: () => Promise<boolean>) => {
  const deadline = Date.now() + 15_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('not in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

test('requests in flight are answered before a router is gone', async () => {
  const config = parseConfig(
    ['--supergraph', graph.supergraphFile, '--port', '0'],
    { LOG_LEVEL: 'silent' },
    { SUPERGRAPH_FILE: 'none', EXAMPLES_DIR: graph.folder },
  );
  if (config === null) throw new Error('no configuration');
  const router = await startRouter(config, createLogger({ name: 'test', level: 'silent' }));
  graph.subgraph('products').delayMs = 200;
  graph.subgraph('products').received = [];
  const asked = new Promise<string>((resolve, reject) => {
    const sent = httpRequest(
      `${router.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.setEncoding('utf8').on('data', resolve);
      },
    );
    sent.on('error', reject).end('{"query":"{ products(first: 1) { id } }"}');
  });
  await until(async () => graph.subgraph('products').received.length > 0);
  await router.close();
  graph.subgraph('products').delayMs = 0;
  expect(JSON.parse(await asked)).toEqual({ data: { products: [{ id: 'p1' }] } });
  await expect(fetch(`${router.url}/health/live`)).rejects.toThrow();
});

test('a changed supergraph is served; a bad one is refused and the last good one serves on', async () => {
  const good = readFileSync(graph.supergraphFile, 'utf8');
  const asked = async () => (await graph.ask('{ people { name } aliens }')).status;
  const next = good.replace('type Query', 'type Query').replace('broken: String', 'aliens: String');
  expect(await asked()).toBe(400);
  writeFileSync(graph.supergraphFile, next);
  await until(async () => (await asked()) === 200);
  writeFileSync(graph.supergraphFile, 'type Query {');
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await asked()).toBe(200);
  writeFileSync(graph.supergraphFile, good);
  await until(async () => (await asked()) === 400);
}, 15_000);
