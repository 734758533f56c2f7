import { request } from 'node:http';
import { connect } from 'node:net';
import { createClient as sseClient } from 'graphql-sse';
import { createClient as wsClient } from 'graphql-ws';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Instance } from './feed.ts';
import { ORDERS, startStreamingGraph } from './graph.ts';
import { startIssuer } from './tokens.ts';

type Graph = Awaited<ReturnType<typeof startStreamingGraph>>;

let closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  closing = [];
});

async function start(options: Parameters<typeof startStreamingGraph>[0] = {}): Promise<Graph> {
  const graph = await startStreamingGraph(options);
  closing.push(graph.close);
  return graph;
}

const iterate = (graph: Graph, query: string, headers: Record<string, string> = {}) =>
  sseClient({ url: graph.url, retryAttempts: 0, headers }).iterate({ query });

const TICK = 'subscription { tick }';
const ORDER = 'subscription { orderUpdated(id: "e1") { status } }';

test('a stream goes on at another instance when its own is killed', async () => {
  const graph = await start({ instances: 2 });
  const stream = iterate(graph, ORDER);
  await stream.next();
  const used = graph.orders.findIndex(({ streams }) => streams.length > 0);
  await graph.orders[used]?.kill();
  // The subgraph tells the order as it is to whoever subscribes.
  expect((await stream.next()).value).toEqual({ data: { orderUpdated: { status: 'NEW' } } });
  expect(graph.orders[1 - used]?.streams).toHaveLength(1);
  graph.tellOrder('e1', 'PAID');
  expect((await stream.next()).value).toEqual({ data: { orderUpdated: { status: 'PAID' } } });
  expect(await graph.metric('router_subscription_reconnects_total')).toBe(1);
  await stream.return?.();
});

test('a stream that was lost soon after it began is sought for as long as any other', async () => {
  const graph = await start({ instances: 2, env: { SUBSCRIPTION_CONNECT_MS: '300' } });
  const [first, second] = graph.orders as [Instance, Instance];
  graph.announce([first]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stream = iterate(graph, ORDER);
  await stream.next();
  await first.kill();
  await new Promise((resolve) => setTimeout(resolve, 800));
  graph.announce([second]);
  expect((await stream.next()).value).toEqual({ data: { orderUpdated: { status: 'NEW' } } });
  await stream.return?.();
});

test('an instance that is silent in spite of its heartbeats is given up', async () => {
  const graph = await start({ env: { SUBSCRIPTION_SILENCE_MS: '1200' } });
  const stream = iterate(graph, TICK);
  const next = stream.next();
  await vi.waitFor(
    async () => expect(await graph.metric('router_subscription_reconnects_total')).toBe(1),
    { timeout: 5_000 },
  );
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(1));
  graph.feed.tell('tick', { tick: 3 });
  expect((await next).value).toEqual({ data: { tick: 3 } });
  await stream.return?.();
});

test('a client is told when no instance is left, in time', async () => {
  const graph = await start({
    env: { SUBSCRIPTION_RECONNECT_MS: '300', SUBSCRIPTION_CONNECT_MS: '300' },
  });
  const stream = iterate(graph, TICK);
  const next = stream.next();
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(1));
  await graph.orders[0]?.kill();
  const gone = { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'orders' } }] };
  expect((await next).value).toMatchObject(gone);
  expect((await stream.next()).done).toBe(true);
  expect((await iterate(graph, TICK).next()).value).toMatchObject(gone);
});

test('a client that does not read is ended, and the others are not', async () => {
  const graph = await start({ env: { SUBSCRIPTION_MAX_QUEUED: '5' } });
  const text = JSON.stringify({ query: 'subscription { orderUpdated(id: "e1") { status } }' });
  const lazy = request(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  lazy.on('error', () => {});
  lazy.end(text);
  const response = await new Promise<import('node:http').IncomingMessage>((resolve) =>
    lazy.on('response', resolve),
  );
  response.pause();
  const quick = iterate(graph, ORDER);
  await quick.next();
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(2));
  const long = 'x'.repeat(100_000);
  for (let i = 0; i < 300; i++) {
    graph.tellOrder('e1', `${i}${long}`);
    const { value } = await quick.next();
    expect(value).toMatchObject({ data: { orderUpdated: { status: `${i}${long}` } } });
    if ((await graph.metric('router_subscriptions_ended_total{reason="slow"')) > 0) break;
  }
  expect(await graph.metric('router_subscriptions_ended_total{reason="slow"')).toBe(1);
  expect(await graph.metric('router_subscription_events_dropped_total')).toBe(6);
  let body = '';
  response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
  response.resume();
  await new Promise((resolve) => response.on('end', resolve));
  expect(body.slice(-300)).toContain('SUBSCRIPTION_TOO_SLOW');
  expect(body.endsWith('event: complete\ndata:\n\n')).toBe(true);
  await quick.return?.();
});

test('a stream ends with its token, by an error over SSE and by 4403 over WebSocket', async () => {
  const issuer = await startIssuer();
  const graph = await start({ env: { JWKS_URL: issuer.url } });
  closing.push(issuer.close);
  const authorization = `Bearer ${await issuer.token('mina', 2)}`;
  const closed = new Promise((resolve) => {
    const client = wsClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { Authorization: authorization },
      on: { closed: (event) => resolve(event) },
    });
    client
      .iterate({ query: TICK })
      .next()
      .catch(() => {});
  });
  const stream = iterate(graph, TICK, { authorization });
  expect((await stream.next()).value).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED' } }],
  });
  expect((await stream.next()).done).toBe(true);
  expect(await closed).toMatchObject({ code: 4403, reason: 'Token expired' });
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(0));
  const late = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
    body: JSON.stringify({ query: TICK }),
  });
  expect(late.status).toBe(401);
});

test('a router that stops lets all clients go, so that they connect to another one', async () => {
  const graph = await start();
  const stream = iterate(graph, TICK);
  const next = stream.next();
  const outcome = next.catch((error: Error) => error.message);
  const client = wsClient({
    url: graph.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const closed = new Promise((resolve) => client.on('closed', resolve));
  client
    .iterate({ query: TICK })
    .next()
    .catch(() => {});
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(2));
  // As browsers open them ahead: nothing is ever asked on it.
  const unused = connect(Number(new URL(graph.url).port), '127.0.0.1');
  await new Promise((resolve) => unused.once('connect', resolve));
  const startedAt = performance.now();
  await graph.router.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(await outcome).toMatch(/Connection closed while having active streams/);
  expect(await closed).toMatchObject({ code: 1012 });
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(0));
});

test('a new supergraph takes streams over; the ones that it has no place for are ended', async () => {
  const graph = await start();
  const stream = iterate(graph, ORDER);
  await stream.next();
  const doomed = iterate(graph, TICK);
  const last = doomed.next();
  await vi.waitFor(() => expect(graph.feed.count('tick')).toBe(1));
  graph.compose(ORDERS.replace('tick(channel: String! = "tick"): Int!', 'tock: Int!'));
  expect((await last).value).toMatchObject({
    errors: [{ extensions: { code: 'SUBSCRIPTION_SCHEMA_CHANGED' } }],
  });
  expect((await doomed.next()).done).toBe(true);
  graph.tellOrder('e1', 'PAID');
  expect((await stream.next()).value).toEqual({ data: { orderUpdated: { status: 'PAID' } } });
  // The same question to the same subgraph: it was not asked anew.
  expect(graph.orders[0]?.streams).toHaveLength(2);
  await stream.return?.();
});
