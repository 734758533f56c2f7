import { createClient, type SubscribePayload } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startStreamingGraph } from './graph.ts';

let graph: Awaited<ReturnType<typeof startStreamingGraph>>;

beforeAll(async () => {
  graph = await startStreamingGraph({
    env: {
      SUBSCRIPTIONS_PER_CONNECTION: '2',
      SUBSCRIPTIONS_PER_CLIENT: '3',
      CORS_ORIGINS: 'https://shop.example',
    },
  });
});
afterAll(() => graph.close());

const client = () =>
  createClient({
    url: graph.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  });

const ORDER = `subscription ($id: ID!) {
  orderUpdated(id: $id) { status lines { product { title } } }
}`;

test('an event comes with fields of other services', async () => {
  const stream = client().iterate({ query: ORDER, variables: { id: 'w1' } });
  const event = (status: string) => ({
    data: {
      orderUpdated: {
        status,
        lines: [{ product: { title: 'Title of p1' } }, { product: { title: 'Title of p2' } }],
      },
    },
  });
  expect((await stream.next()).value).toEqual(event('NEW'));
  graph.tellOrder('w1', 'PAID');
  expect((await stream.next()).value).toEqual(event('PAID'));
  await stream.return?.();
  await vi.waitFor(() => expect(graph.feed.count('order w1')).toBe(0));
});

test('queries and mutations are answered, and what is invalid is an error', async () => {
  const ask = async (payload: SubscribePayload) => (await client().iterate(payload).next()).value;
  expect(await ask({ query: '{ order(id: 5) { id } }' })).toEqual({
    data: { order: { id: '5' } },
  });
  expect(await ask({ query: 'mutation { touch }' })).toEqual({ data: { touch: 1 } });
  await expect(ask({ query: 'subscription { nothing }' })).rejects.toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
  await expect(ask({ query: ORDER })).rejects.toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('a connection holds so many streams, and a client so many on all its connections', async () => {
  const one = client();
  const streams = [1, 2, 3].map(() =>
    one.iterate({ query: 'subscription { tick(channel: "many") }' }),
  );
  const pending = streams.map((stream) => stream.next());
  pending[0]?.catch(() => {});
  pending[1]?.catch(() => {});
  await expect(pending[2]).rejects.toMatchObject([{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }]);
  const two = client();
  const third = two.iterate({ query: 'subscription { tick(channel: "many") }' });
  third.next().catch(() => {});
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(3));
  await expect(
    two.iterate({ query: 'subscription { tick(channel: "more") }' }).next(),
  ).rejects.toMatchObject([{ extensions: { code: 'SUBSCRIPTION_LIMIT' } }]);
  await Promise.all([...streams, third].map((stream) => stream.return?.()));
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(0));
  await vi.waitFor(() => expect(graph.feed.count('many')).toBe(0));
});

test('where cookies are passed on, a page elsewhere cannot open a connection with them', async () => {
  const passing = await startStreamingGraph({
    env: { TRANSPORT: '{"forwardHeaders":["cookie"]}', CORS_ORIGINS: '*' },
  });
  const url = passing.url.replace('http', 'ws');
  const from = (origin: string) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { origin });
      socket.on('error', () => {});
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => {
        socket.close();
        resolve('open');
      });
    });
  expect(await from('https://evil.example')).toBe(403);
  expect(await from(new URL(passing.url).origin)).toBe('open');
  await passing.close();
});

test('other protocols, other origins and other paths are refused', async () => {
  const url = graph.url.replace('http', 'ws');
  const closed = (socket: WebSocket) =>
    new Promise((resolve) => {
      socket.on('close', resolve);
      socket.on('error', () => {});
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    });
  expect(await closed(new WebSocket(url, 'graphql-ws'))).toBe(1006);
  const ours = 'graphql-transport-ws';
  expect(await closed(new WebSocket(url, ours, { origin: 'https://evil.example' }))).toBe(403);
  expect(await closed(new WebSocket(url.replace('/graphql', '/other'), ours))).toBe(404);
  const good = new WebSocket(url, ours, { origin: 'https://shop.example' });
  await new Promise((resolve) => good.once('open', resolve));
  const own = new WebSocket(url, ours, { origin: graph.url.replace('/graphql', '') });
  await new Promise((resolve) => own.once('open', resolve));
  own.close();
  good.send('no JSON');
  expect(await closed(good)).toBe(4400);
});
