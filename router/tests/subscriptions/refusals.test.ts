import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient as wsClient } from 'graphql-ws';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ORDERS, startStreamingGraph } from './graph.ts';
import { startIssuer } from './tokens.ts';

type Graph = Awaited<ReturnType<typeof startStreamingGraph>>;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(env: Record<string, string>, sdl?: string): Promise<Graph> {
  const graph = await startStreamingGraph({ env, ...(sdl !== undefined && { sdl }) });
  closing.push(graph.close);
  return graph;
}

const open = (graph: Graph, body: object | string, headers: Record<string, string> = {}) =>
  fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const codeOf = async (response: Response): Promise<string> => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors[0]?.extensions.code ?? '';
};

const REFUSED = 'subscription { refused }';

test('a request that is none has a status of its own', async () => {
  const graph = await start({ MAX_BODY_BYTES: '1000' });
  const statusOf = async (body: object | string, headers = {}) =>
    (await open(graph, body, headers)).status;
  expect(await statusOf('{')).toBe(400);
  expect(await statusOf('[]')).toBe(400);
  expect(await statusOf({})).toBe(400);
  expect(await statusOf({ query: REFUSED, variables: 'x' })).toBe(400);
  expect(await statusOf({ query: ' '.repeat(2_000) })).toBe(413);
  expect(await statusOf({ query: REFUSED }, { 'content-type': 'text/plain' })).toBe(415);
  const put = await fetch(graph.url, { method: 'PUT', headers: { accept: 'text/event-stream' } });
  expect(put.status).toBe(405);
});

test('a condition at the root of a subscription is an error of validation, asked for in any way', async () => {
  const graph = await start({});
  const message =
    'Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.';
  const refused = [
    'subscription ($is: Boolean!) { tick @skip(if: $is) }',
    'subscription ($is: Boolean!) { ... @include(if: $is) { tick } }',
    'subscription ($is: Boolean!) { ...Root } fragment Root on Subscription { tick @skip(if: $is) ...Root }',
    'subscription { tick @include(if: true) }',
  ];
  for (const query of refused) {
    const body = { query, variables: { is: false } };
    const told = { errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
    const [, event = ''] = /data: (.*)/.exec(await (await open(graph, body)).text()) ?? [];
    expect(JSON.parse(event)).toMatchObject(told);
    const asked = await open(graph, body, { accept: 'application/graphql-response+json' });
    expect(asked.status).toBe(400);
    expect(await asked.json()).toMatchObject(told);
  }
  const within =
    'subscription ($is: Boolean!) { orderUpdated(id: 1) { id @skip(if: $is) status } }';
  const stream = await open(graph, { query: within, variables: { is: true } });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !text.includes('data:')) text += (await reader.read()).value;
  expect(text).toContain('{"data":{"orderUpdated":{"status":"NEW"}}}');
  await reader?.cancel();
});

test('streams pay by the same rates as everything else', async () => {
  const graph = await start({ RATE_LIMIT_PER_SECOND: '0.001', RATE_LIMIT_BURST: '2' });
  for (let i = 0; i < 2; i++) expect((await open(graph, { query: REFUSED })).status).toBe(200);
  const third = await open(graph, { query: REFUSED });
  expect(third.status).toBe(429);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await codeOf(third)).toBe('RATE_LIMITED');
});

test('where only trusted documents are executed, only they are streamed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ known: REFUSED }));
  const graph = await start({ TRUSTED_DOCUMENTS: 'enforced', TRUSTED_DOCUMENTS_FILE: file });
  expect((await open(graph, { documentId: 'known' })).status).toBe(200);
  expect((await open(graph, { query: REFUSED })).status).toBe(200);
  expect((await open(graph, { documentId: 'unknown' })).status).toBe(404);
  const other = await open(graph, { query: 'subscription { tick }' });
  expect(other.status).toBe(403);
  expect(await codeOf(other)).toBe('QUERY_NOT_IN_SAFE_LIST');
});

test('what a viewer may not have is left out of events, and never asked for', async () => {
  const issuer = await startIssuer();
  closing.push(issuer.close);
  const sdl = ORDERS.replace('"@key"', '"@key", "@authenticated", "@requiresScopes"')
    .replace('status: String!', 'status: String @authenticated')
    .replace('refused: Int', 'refused: Int @requiresScopes(scopes: [["none"]])');
  const graph = await start({ JWKS_URL: issuer.url }, sdl);
  const order = { query: 'subscription { orderUpdated(id: "r1") { id status } }' };
  const firstEvent = async (response: Response): Promise<string> => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('data:')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    return text;
  };
  const guest = await firstEvent(await open(graph, order));
  expect(guest).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect(guest).toContain('"data":{"orderUpdated":{"id":"r1","status":null}}');
  const authorization = `Bearer ${await issuer.token('mina', 60)}`;
  const known = await firstEvent(await open(graph, order, { authorization }));
  expect(known).toContain('{"data":{"orderUpdated":{"id":"r1","status":"NEW"}}}');
  const before = graph.orders[0]?.streams.length;
  const nothing = await (await open(graph, { query: REFUSED }, { authorization })).text();
  expect(nothing).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect(graph.orders[0]?.streams).toHaveLength(before ?? -1);
});

test('a token that does not hold opens no stream and no connection', async () => {
  const issuer = await startIssuer();
  closing.push(issuer.close);
  const graph = await start({ JWKS_URL: issuer.url });
  const authorization = 'Bearer a.b.c';
  expect((await open(graph, { query: REFUSED }, { authorization })).status).toBe(401);
  const closed = await new Promise((resolve) => {
    const client = wsClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization },
      on: { closed: resolve },
    });
    client
      .iterate({ query: REFUSED })
      .next()
      .catch(() => {});
  });
  expect(closed).toMatchObject({ code: 4403 });
});

test('where subscriptions are off, no stream is opened', async () => {
  const graph = await start({ SUBSCRIPTIONS: 'false' });
  expect((await open(graph, { query: REFUSED })).status).toBe(406);
  const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws');
  const failed = new Promise((resolve) => socket.on('error', resolve));
  expect(await failed).toBeInstanceOf(Error);
});
