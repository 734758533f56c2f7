import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hotRequests, type Posted, post } from './graph/post.ts';
import { startGraph, type TestGraph } from './graph/start.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

const ACCEPTS = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'text/html, application/json;q=0.5',
];

/** [what, body, whether it may take the hot path the second time] */
const REQUESTS: [string, object, boolean][] = [
  ['a query', { query: '{ viewer { id name } }' }, true],
  ['a query over services', { query: '{ orders { id shipments { id } } people { name } }' }, true],
  [
    'variables',
    { query: 'query($n: Int) { products(first: $n) { id } }', variables: { n: 1 } },
    true,
  ],
  ['null variables', { query: '{ people { name } }', variables: null, operationName: null }, true],
  ['empty extensions', { query: '{ people { id } }', extensions: {} }, true],
  [
    'one of two operations',
    { query: 'query A { viewer { id } } query B { people { id } }', operationName: 'B' },
    true,
  ],
  [
    'an operation that is not there',
    { query: 'query A { viewer { id } } query B { people { id } }', operationName: 'C' },
    false,
  ],
  ['no choice of two', { query: 'query A { viewer { id } } query B { people { id } }' }, false],
  ['an alias and a fragment', { query: '{ me: viewer { ...F } } fragment F on User { id }' }, true],
  ['a mutation that fails', { query: 'mutation { failA }' }, true],
  ['introspection', { query: '{ __schema { queryType { name } } __typename }' }, true],
  [
    'a variable that does not fit',
    { query: 'query($n: Int) { products(first: $n) { id } }', variables: { n: 'x' } },
    true,
  ],
  ['a variable too few', { query: 'query($id: ID!) { order(id: $id) { id } }' }, false],
  ['an unknown field', { query: '{ nope }' }, false],
  ['a syntax error', { query: '{ viewer {' }, false],
  ['a number for a query', { query: 1 }, false],
  ['a list for variables', { query: '{ people { id } }', variables: [] }, false],
  ['no query', { variables: {} }, false],
];

const relevant = ({ status, headers, text }: Posted) => {
  const { date: _, 'x-request-id': __, connection: ___, 'keep-alive': ____, ...rest } = headers;
  return { status, headers: rest, text };
};

const throughTheJudge = { 'souk-expose-query-plan': 'no' };

test.each(REQUESTS)('%s is answered alike through both doors', async (_, request, isHot) => {
  const body = JSON.stringify(request);
  const { url } = graph.router;
  const { status } = await post(url, body);
  expect(status).toBeLessThan(500);
  const before = await hotRequests(url);
  for (const accept of ACCEPTS) {
    const headers = { ...(accept && { accept }), origin: 'https://shop.example' };
    const hot = await post(url, body, headers);
    const judged = await post(url, body, { ...headers, ...throughTheJudge });
    expect(relevant(hot), accept).toEqual(relevant(judged));
  }
  expect((await hotRequests(url)) - before).toBe(isHot ? ACCEPTS.length : 0);
});

test('what a broken subgraph costs is told alike', async () => {
  const body = JSON.stringify({ query: '{ orders { id shipments { id } } }' });
  const { url } = graph.router;
  await post(url, body);
  for (const mode of ['html500', 'garbage', 'reset'] as const) {
    graph.subgraph('shipping').mode = mode;
    const hot = await post(url, body);
    const judged = await post(url, body, throughTheJudge);
    expect(relevant(hot), mode).toEqual(relevant(judged));
    expect(hot.text, mode).toContain('"service":"shipping"');
  }
  graph.subgraph('shipping').mode = 'ok';
});

test('both carry the headers that protect browsers, and no server tells its name', async () => {
  for (const headers of [{}, throughTheJudge]) {
    const answer = await post(graph.router.url, '{"query":"{ viewer { id } }"}', headers);
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.any(String),
      'referrer-policy': 'no-referrer',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
  }
});

test.each([
  ['PUT', 405],
  ['DELETE', 405],
  ['PATCH', 405],
])('%s is refused, and what is allowed is told', async (method, status) => {
  const answer = await post(graph.router.url, '{"query":"{ viewer { id } }"}', {}, method);
  expect(answer.status).toBe(status);
  expect(answer.headers.allow).toContain('POST');
});

test.each([
  ['text/plain', {}],
  ['application/x-www-form-urlencoded', {}],
  ['application/json; charset=latin1', {}],
  ['application/json', { 'content-encoding': 'gzip' }],
])('a body that is %s is not read', async (type, headers) => {
  const answer = await post(graph.router.url, '{"query":"{ viewer { id } }"}', {
    'content-type': type,
    ...headers,
  });
  expect(answer.status).toBe(415);
});

test('bytes that are not UTF-8 are no request', async () => {
  const body = Buffer.concat([
    Buffer.from('{"query":"{ viewer { id } } #'),
    Buffer.from([0xff, 0x22, 0x7d]),
  ]);
  expect((await post(graph.router.url, body)).status).toBe(400);
});
