import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startStreamingGraph } from '../subscriptions/graph.ts';
import { otlpReceiver } from './otlp-receiver.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const traceparent = `00-${TRACE}-${CALLER}-01`;

let graph: Awaited<ReturnType<typeof startStreamingGraph>>;
let collector: Awaited<ReturnType<typeof otlpReceiver>>;
beforeAll(async () => {
  // The SDK reads it from the process itself.
  vi.stubEnv('OTEL_BSP_SCHEDULE_DELAY', '20');
  collector = await otlpReceiver();
  graph = await startStreamingGraph({
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      AUTH_SUBGRAPH: 'orders',
      CORS_ORIGINS: 'https://shop.example',
    },
  });
});
beforeEach(() => {
  collector.spans.length = 0;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await graph.close();
  collector.close();
});

const spanNamed = async (name: string) => {
  const find = () => collector.spans.find((span) => span.name === name);
  await expect.poll(find, { timeout: 3_000 }).toBeDefined();
  return find() as NonNullable<ReturnType<typeof find>>;
};

class TracedSocket extends WebSocket {
  constructor(url: string, protocols: string) {
    super(url, protocols, { headers: { traceparent } });
  }
}

test('an upgrade is a span below the caller, and the stream at the subgraph one below that', async () => {
  const client = createClient({
    url: graph.url.replace('http', 'ws'),
    webSocketImpl: TracedSocket,
    retryAttempts: 0,
  });
  const stream = client.iterate({
    query: 'subscription { orderUpdated(id: "traced") { status } }',
  });
  expect(await stream.next()).toMatchObject({ done: false });
  const upgrade = await spanNamed('GET /graphql');
  expect(upgrade).toMatchObject({ traceId: TRACE, parentSpanId: CALLER, kind: 2 });
  expect(upgrade.attributes).toMatchObject({
    'http.response.status_code': 101,
    'http.route': '/graphql',
  });
  const subscribe = await spanNamed('subscribe orders');
  expect(subscribe).toMatchObject({ traceId: TRACE, parentSpanId: upgrade.spanId, kind: 3 });
  const [received] = graph.orders[0]?.streams ?? [];
  expect(received?.traceparent).toBe(`00-${TRACE}-${subscribe.spanId}-01`);
  await client.dispose();
});

test('an upgrade that is refused is a span with its status', async () => {
  const socket = new WebSocket(graph.url.replace('http', 'ws'), 'graphql-transport-ws', {
    origin: 'https://elsewhere.example',
  });
  await new Promise((resolve) => socket.once('error', resolve));
  const { attributes } = await spanNamed('GET /graphql');
  expect(attributes['http.response.status_code']).toBe(403);
});

test('what is passed on under /auth is a span without its path, and the service is below it', async () => {
  const response = await fetch(`${graph.router.url}/auth/callback/hush?code=hush`, {
    method: 'POST',
    headers: {
      traceparent,
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
    body: '{"query":"{ __typename }"}',
  });
  await response.text();
  const span = await spanNamed('POST /auth');
  expect(span).toMatchObject({ traceId: TRACE, parentSpanId: CALLER, kind: 2 });
  expect(span.attributes).toMatchObject({ 'http.response.status_code': 200 });
  expect(graph.orders[0]?.streams.at(-1)?.traceparent).toBe(`00-${TRACE}-${span.spanId}-01`);
  expect(JSON.stringify(collector.spans)).not.toContain('hush');
});
