import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startGraph, startRouterOn, type TestGraph } from '../graph/start.ts';
import { otlpReceiver, type ReceivedSpan } from './otlp-receiver.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const SAMPLED = `00-${TRACE}-${CALLER}-01`;
const QUERY = '{ orders { id shipments { id } } }';

let graph: TestGraph;
let collector: Awaited<ReturnType<typeof otlpReceiver>>;
beforeAll(async () => {
  graph = await startGraph();
  collector = await otlpReceiver();
});
beforeEach(() => {
  collector.spans.length = 0;
  for (const subgraph of graph.subgraphs) subgraph.received.length = 0;
});
afterAll(async () => {
  collector.close();
  await graph.close();
});

type Ask = { query: string; headers?: Record<string, string> };

/** Asks a router that is then closed, which sends its spans. */
async function traced(asks: readonly Ask[], env: Record<string, string> = {}) {
  const router = await startRouterOn(graph.supergraphFile, graph.folder, {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ...env,
  });
  const texts: string[] = [];
  for (const { query, headers } of asks) {
    const response = await fetch(`${router.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    texts.push(await response.text());
  }
  await fetch(`${router.url}/health/live`);
  const metrics = await (await fetch(`${router.url}/metrics`)).text();
  await router.close();
  return { spans: collector.spans, texts, metrics };
}

const named = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
  const found = spans.find((span) => span.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${spans.map((span) => span.name)}`);
  return found;
};

test('a request, its stages, its fetches and their tries are spans below the caller', async () => {
  const { spans, metrics } = await traced([
    { query: QUERY, headers: { traceparent: SAMPLED, tracestate: 'a=b', cookie: 'hush' } },
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  const root = named(spans, 'POST /graphql');
  const execute = named(spans, 'execute');
  expect(root).toMatchObject({ parentSpanId: CALLER, kind: 2 });
  expect(root.attributes).toMatchObject({ 'http.response.status_code': 200 });
  expect(root.resource).toMatchObject({ 'service.name': 'router' });
  for (const stage of ['parse', 'validate', 'execute']) {
    expect(named(spans, stage).parentSpanId).toBe(root.spanId);
  }
  expect(named(spans, 'plan').parentSpanId).toBe(execute.spanId);
  const [received] = graph.subgraph('shipping').received;
  const fetched = named(spans, 'fetch shipping');
  expect(fetched).toMatchObject({ parentSpanId: execute.spanId, kind: 3 });
  expect(received?.headers.traceparent).toBe(`00-${TRACE}-${fetched.spanId}-01`);
  expect(received?.headers.tracestate).toBe('a=b');
  const attempts = spans.filter(({ name }) => name === 'attempt');
  expect(attempts.map(({ parentSpanId }) => parentSpanId)).toContain(fetched.spanId);
  for (const stage of ['parse', 'validate', 'plan', 'execute']) {
    expect(metrics).toMatch(
      new RegExp(`router_stage_duration_seconds_count\\{[^}]*stage="${stage}"[^}]*\\} 1`),
    );
  }
  expect(JSON.stringify(spans)).not.toMatch(/hush|health/);
  expect(collector.requests[0]?.url).toBe('/v1/traces');
});

test('a tracestate without a traceparent that can be read is of no trace of ours', async () => {
  const unreadable = `00-${'0'.repeat(32)}-${CALLER}-01`;
  const { spans } = await traced([
    { query: QUERY, headers: { traceparent: unreadable, tracestate: 'a=b' } },
    { query: QUERY, headers: { tracestate: 'a=b' } },
  ]);
  expect(named(spans, 'POST /graphql').parentSpanId ?? '').toBe('');
  const { received } = graph.subgraph('shipping');
  expect(received.map(({ headers }) => headers.tracestate)).toEqual([undefined, undefined]);
});

test('an operation that is known is neither parsed, nor validated, nor planned', async () => {
  const { spans } = await traced([{ query: QUERY }, { query: QUERY }]);
  const traces = Map.groupBy(spans, ({ traceId }) => traceId);
  const names = [...traces.values()].map((each) => new Set(each.map(({ name }) => name)));
  expect(names).toHaveLength(2);
  const hot = names.find((each) => !each.has('parse'));
  expect(hot).toEqual(
    new Set(['POST /graphql', 'execute', 'fetch orders', 'fetch shipping', 'attempt']),
  );
});

test('failures are told by their codes, and by nothing that a subgraph says', async () => {
  graph.subgraph('shipping').mode = 'html500';
  const { spans } = await traced([{ query: QUERY }, { query: '{ broken }' }], {
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k%20k',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
  });
  graph.subgraph('shipping').mode = 'ok';
  expect(named(spans, 'fetch shipping')).toMatchObject({
    status: { code: 2 },
    attributes: { 'error.type': 'SUBGRAPH_UNAVAILABLE' },
  });
  const failed = spans.filter(({ attributes }) => attributes['graphql.response.errors'] === 1);
  expect(failed.map(({ name }) => name)).toEqual(['fetch accounts']);
  expect(JSON.stringify(spans)).not.toMatch(/password|secret\.js|127\.0\.0\.1/);
  expect(spans[0]?.resource).toMatchObject({ 'deployment.environment': 'test' });
  expect(collector.requests.at(-1)?.key).toBe('k k');
});

test('a caller that is not sampled is not traced, and subgraphs are told so', async () => {
  const off = SAMPLED.replace(/01$/, '00');
  const { spans } = await traced([{ query: QUERY, headers: { traceparent: off } }]);
  expect(spans).toEqual([]);
  const given = graph.subgraph('shipping').received[0]?.headers.traceparent;
  expect(given).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
});

test.each([
  ['ratio 0', { OTEL_TRACES_SAMPLER_ARG: '0' }],
  ['the SDK disabled', { OTEL_SDK_DISABLED: 'true' }],
])('with %s nothing is sent', async (_, env) => {
  const { spans } = await traced([{ query: QUERY }], env);
  expect(spans).toEqual([]);
});

test('a collector that is away costs no answer', async () => {
  const { texts } = await traced([{ query: QUERY }], {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
  });
  expect(texts[0]).toContain('"data":{"orders"');
});
