import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { post } from '../graph/post.ts';
import { startGraph, type TestGraph } from '../graph/start.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };

let service: Server;
let graph: TestGraph;
let seen: Seen[] = [];
const discoveryFile = join(mkdtempSync(join(tmpdir(), 'auth-test-')), 'discovery.json');
const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A port at which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createNetServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where the instances of accounts are from now on. */
const discovered = (...ports: number[]) => {
  const accounts = ports.map((port, id) => ({ id: `a${id}`, http: `http://127.0.0.1:${port}` }));
  writeFileSync(discoveryFile, JSON.stringify({ accounts }));
};

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    if (url === '/auth/silent') return;
    if (url === '/auth/slow') {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('first');
      setTimeout(() => response.end(' second'), 300);
      return;
    }
    const body = await text(request).catch(() => null);
    // The router hung up: the body was too large.
    if (body === null) return;
    seen.push({ method, url, headers, body });
    response.writeHead(url.startsWith('/auth/callback') ? 302 : 200, [
      ...['set-cookie', 'a=1; HttpOnly', 'set-cookie', 'b=2; Secure'],
      ...['location', 'https://idp.example/next', 'content-type', 'text/html'],
      ...['content-security-policy', "default-src 'self'", 'keep-alive', 'timeout=9'],
      ...['connection', 'x-hop', 'x-hop', 'mine'],
    ]);
    response.end(method === 'HEAD' ? undefined : `<p>${body.length}</p>`);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  discovered(portOf(service));
  graph = await startGraph({
    AUTH_SUBGRAPH: 'accounts',
    DISCOVERY_FILE: discoveryFile,
    REQUEST_DEADLINE_MS: '700',
  });
});
afterAll(async () => {
  await graph.close();
  service.closeAllConnections();
  service.close();
});
beforeEach(() => {
  seen = [];
});

const auth = (path: string, init: RequestInit = {}) =>
  fetch(`${graph.router.url}/auth${path}`, { redirect: 'manual', ...init });

test('method, path, query and body arrive as they were sent', async () => {
  for (const [method, type, body] of [
    ['POST', 'application/x-www-form-urlencoded', 'user=a&password=b'],
    ['PUT', 'application/json', '{"broken":'],
    ['PATCH', 'application/octet-stream', 'x'.repeat(300_000)],
    ['DELETE', 'text/plain', 'why'],
  ] as const) {
    const headers = { 'content-type': type };
    const response = await auth('/a%2Fb?x=1&x=2', { method, headers, body });
    expect(await response.text()).toBe(`<p>${body.length}</p>`);
    expect(seen.at(-1)).toMatchObject({ method, url: '/auth/a%2Fb?x=1&x=2', body });
    expect(seen.at(-1)?.headers['content-type']).toBe(type);
  }
});

test('cookies, redirects and the headers of the service come back, those of one hop do not', async () => {
  const response = await auth('/callback?code=1', { headers: { cookie: 'session=s' } });
  expect(response.status).toBe(302);
  expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; Secure']);
  expect(response.headers.get('location')).toBe('https://idp.example/next');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(response.headers.get('x-hop')).toBeNull();
  expect(seen[0]?.headers.cookie).toBe('session=s');
});

test('the service is told who asked, and nothing that a client claims about itself', async () => {
  await post(`${graph.router.url}/auth/x?`, '', {
    host: 'shop.example',
    connection: 'x-secret',
    'x-secret': '1',
    te: 'trailers',
    'x-forwarded-for': '10.9.9.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  });
  expect(seen[0]?.headers).toMatchObject({
    'x-forwarded-for': '10.9.9.9, 127.0.0.1',
    'x-forwarded-host': 'shop.example',
    'x-forwarded-proto': 'http',
    host: `127.0.0.1:${portOf(service)}`,
    'x-request-id': expect.stringMatching(/\S{8,}/),
  });
  expect(seen[0]?.headers['x-secret']).toBeUndefined();
  expect(seen[0]?.headers.te).toBeUndefined();
});

test('nothing of the service but what is under /auth can be reached', async () => {
  const { port } = new URL(graph.router.url);
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const sent = get({ host: '127.0.0.1', port, path }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
    });
  for (const path of [
    '/auth/../graphql',
    '/auth/%2e%2E/metrics',
    '/auth/a/.%2e/..',
    '/auth/..%2fgraphql',
    '/auth/..\\graphql',
    '/auth/%2e%2e%5Cgraphql',
    '/auth/..;/graphql',
    '/auth/./x',
  ]) {
    expect([path, await ask(path)]).toEqual([path, 404]);
  }
  expect(seen).toEqual([]);
  for (const path of ['/auth/..a/b..', '/auth/.well-known/x?to=/../y', '/auth//a%2Fb']) {
    expect([path, await ask(path)]).toEqual([path, 200]);
    expect(seen.at(-1)?.url).toBe(path);
  }
  expect(await ask('http://shop.example/auth/x?y=1')).toBe(200);
  expect(seen.at(-1)?.url).toBe('/auth/x?y=1');
});

test('HEAD has no body', async () => {
  const response = await auth('/x', { method: 'HEAD' });
  expect([response.status, await response.text(), seen[0]?.method]).toEqual([200, '', 'HEAD']);
});

test('an answer is passed on piece by piece', async () => {
  const reader = (await auth('/slow')).body?.getReader();
  const first = await reader?.read();
  expect(Buffer.from(first?.value ?? []).toString()).toBe('first');
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe(' second');
});

test('a service that is silent is 504, one that is not there 502, as problem+json', async () => {
  const silent = await auth('/silent');
  expect(silent.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await silent.json()).toMatchObject({ status: 504, code: 'SUBGRAPH_TIMEOUT' });
  discovered(await deadPort());
  await expect.poll(async () => (await auth('/x')).status).toBe(502);
  expect(await (await auth('/x')).json()).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  discovered(portOf(service));
  await expect.poll(async () => (await auth('/x')).status).toBe(200);
});

test('an instance that cannot be reached is passed over', async () => {
  const dead = await deadPort();
  discovered(dead, portOf(service), dead);
  await expect.poll(async () => (await auth('/x')).status).toBe(200);
  for (let index = 0; index < 6; index++) expect((await auth('/x')).status).toBe(200);
  discovered(portOf(service));
});

test('a body over the limit is refused, announced or not', async () => {
  const announced = await auth('/x', { method: 'POST', body: 'x'.repeat(1_100_000) });
  expect(await announced.json()).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  const body = new ReadableStream({
    start(controller) {
      for (let index = 0; index < 20; index++) controller.enqueue(new Uint8Array(100_000));
      controller.close();
    },
  });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  expect((await auth('/x', init)).status).toBe(413);
});
