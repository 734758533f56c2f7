import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startStreamingGraph } from './graph.ts';
import { startIssuer } from './tokens.ts';

let graph: Awaited<ReturnType<typeof startStreamingGraph>>;
let issuer: Awaited<ReturnType<typeof startIssuer>>;

beforeAll(async () => {
  issuer = await startIssuer();
  graph = await startStreamingGraph({
    env: { JWKS_URL: issuer.url, SUBSCRIPTION_REPLAY_LAST: 'orderUpdated' },
  });
});
afterAll(async () => {
  await graph.close();
  issuer.close();
});

const iterate = (query: string, token?: string) =>
  createClient({
    url: graph.url,
    retryAttempts: 0,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  }).iterate({ query });

const upstreams = () => graph.metric('router_subscription_upstreams_open');

test('the same subscription is one at the subgraph, until its last client has left', async () => {
  const query = 'subscription { tick(channel: "shared") }';
  const streams = [1, 2, 3].map(() => iterate(query));
  const first = streams.map((stream) => stream.next());
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(3));
  await vi.waitFor(() => expect(graph.feed.count('shared')).toBe(1));
  graph.feed.tell('shared', { tick: 7 });
  for (const next of first) expect((await next).value).toEqual({ data: { tick: 7 } });
  await streams[0]?.return?.();
  await streams[1]?.return?.();
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(1));
  const last = streams[2]?.next();
  graph.feed.tell('shared', { tick: 8 });
  expect((await last)?.value).toEqual({ data: { tick: 8 } });
  await streams[2]?.return?.();
  await vi.waitFor(() => expect(graph.feed.count('shared')).toBe(0));
  await vi.waitFor(async () => expect(await upstreams()).toBe(0));
});

test('another identity or other variables are another subscription', async () => {
  const [mina, jun] = await Promise.all([issuer.token('mina', 60), issuer.token('jun', 60)]);
  const query = 'subscription { tick(channel: "own") }';
  const streams = [
    iterate(query, mina),
    iterate(query, mina),
    iterate(query, jun),
    iterate(query),
    iterate('subscription { tick(channel: "else") }', mina),
  ];
  for (const stream of streams) stream.next().catch(() => {});
  await vi.waitFor(async () => expect(await graph.metric('router_subscriptions_open')).toBe(5));
  await vi.waitFor(() => expect(graph.feed.count('own')).toBe(3));
  expect(await upstreams()).toBe(4);
  await Promise.all(streams.map((stream) => stream.return?.()));
  await vi.waitFor(async () => expect(await upstreams()).toBe(0));
});

test('who joins a shared stream of states hears the last one at once', async () => {
  const query = 'subscription { orderUpdated(id: "s1") { status } }';
  const event = (status: string) => ({ data: { orderUpdated: { status } } });
  const first = iterate(query);
  expect((await first.next()).value).toEqual(event('NEW'));
  graph.tellOrder('s1', 'PAID');
  expect((await first.next()).value).toEqual(event('PAID'));
  const second = iterate(query);
  expect((await second.next()).value).toEqual(event('PAID'));
  expect(graph.feed.count('order s1')).toBe(1);
  graph.tellOrder('s1', 'SHIPPED');
  expect((await first.next()).value).toEqual(event('SHIPPED'));
  expect((await second.next()).value).toEqual(event('SHIPPED'));
  await Promise.all([first.return?.(), second.return?.()]);
});
