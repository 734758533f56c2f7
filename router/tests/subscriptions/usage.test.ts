import { createClient as overSse } from 'graphql-sse';
import { createClient as overWebSocket } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { parseUsage } from '../../src/usage/usage-file.ts';
import { startStreamingGraph } from './graph.ts';

const SECRET = 'a secret of the tests';
const ORDER = 'subscription Watch($id: ID!) { orderUpdated(id: $id) { status } }';
const named = { 'apollographql-client-name': 'web' };

let graph: Awaited<ReturnType<typeof startStreamingGraph>>;
beforeAll(async () => {
  graph = await startStreamingGraph({ env: { USAGE_SECRET: SECRET } });
});
afterAll(() => graph.close());

test('a stream is one request, however many events it brings', async () => {
  const request = { query: ORDER, variables: { id: 'o1' } };
  const sse = overSse({ url: graph.url, retryAttempts: 0, headers: named }).iterate(request);
  const socket = overWebSocket({
    ...{ url: graph.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 },
    connectionParams: named,
  });
  const streams = [sse, socket.iterate(request)];
  for (const stream of streams) await stream.next();
  graph.tellOrder('o1', 'PAID');
  for (const stream of streams) await stream.next();
  for (const stream of streams) await stream.return?.();
  await socket.dispose();

  const usage = await fetch(new URL('/usage', graph.url), {
    headers: { authorization: `Bearer ${SECRET}` },
  });
  expect(parseUsage(await usage.text()).operations).toMatchObject([
    { client: 'web', name: 'Watch', requests: 2 },
  ]);
});
