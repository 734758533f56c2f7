import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestGraph } from '../graph/start.ts';
import { startRest } from './stage.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startRest();
});
afterAll(() => graph.close());

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${graph.router.url}/rest${path}`, init);
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, body: text === '' ? null : JSON.parse(text) };
};

test('a route answers with the result of its document, without GraphQL around it', async () => {
  const { status, headers, body } = await ask('/products');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(body).toEqual([
    { id: 'p1', title: 'mug', price: { amount: 10_000, currency: 'KRW' } },
    { id: 'p2', title: 'tea', price: { amount: 20_000, currency: 'KRW' } },
  ]);
});

const json = (body: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test('parameters of path, query and header become variables of their types', async () => {
  expect((await ask('/products/p3')).body).toEqual({ id: 'p3', title: 'pot', freight: 30_300 });
  expect((await ask('/products?first=1&currency=USD&upper=true')).body).toEqual([
    { id: 'p1', title: 'MUG', price: { amount: 10, currency: 'USD' } },
  ]);
  const named = await ask('/named', { headers: { 'person-name': 'Sam' } });
  expect(named.body).toEqual({ __typename: 'Staff', name: 'Sam' });
  const quoted = await ask('/named', { headers: { 'person-name': '"Sam"' } });
  expect(quoted.body.name).toBe('Sam');
});

test.each([
  ['/products?first=two', 'query', 'first', /Int cannot represent non-integer value: "two"/],
  ['/products?first=1e3', 'query', 'first', /Int cannot represent/],
  ['/products?first=', 'query', 'first', /Int cannot represent/],
  ['/products?first=1&first=2', 'query', 'first', /more than once/],
  ['/products?upper=yes', 'query', 'upper', /Boolean cannot represent/],
  ['/products?currency=EUR', 'query', 'currency', /"EUR" does not exist in "Currency" enum/],
  ['/products?colour=red', 'query', 'colour', /Unknown parameter/],
  ['/named', 'header', 'Person-Name', /Missing/],
])('%s is refused and told which parameter is wrong', async (path, place, name, detail) => {
  const { status, headers, body } = await ask(path);
  expect(status).toBe(400);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
  expect(body.code).toBe('BAD_USER_INPUT');
  expect(body.errors).toEqual([{ in: place, name, detail: expect.stringMatching(detail) }]);
});

test('a body is a JSON object of variables', async () => {
  const made = await ask('/notes', { method: 'POST', ...json({ text: 'hello' }) });
  expect([made.status, made.body]).toEqual([201, 'hello']);
  expect(made.headers.get('cache-control')).toBe('no-store');
  for (const [body, fault] of [
    [{ text: 4 }, { in: 'body', pointer: '/text' }],
    [{ text: null }, { in: 'body', pointer: '/text' }],
    [{}, { in: 'body', pointer: '/text', detail: 'Missing.' }],
    [
      { text: 'a', more: 1 },
      { in: 'body', pointer: '/more', detail: 'Unknown property.' },
    ],
    [[], { in: 'body', detail: 'A JSON object is needed.' }],
  ] as const) {
    const refused = await ask('/notes', { method: 'POST', ...json(body) });
    expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining(fault)]]);
  }
});

test('a route that takes no body refuses what it would have to pass over', async () => {
  const given = await ask('/notes', { method: 'PUT', ...json({ more: 1 }) });
  expect(given.status).toBe(400);
  expect(given.body.errors).toEqual([
    { in: 'body', pointer: '/more', detail: 'Unknown property.' },
  ]);
  expect((await ask('/notes', { method: 'PUT', ...json({}) })).body.errors).toBeUndefined();
});

test('what cannot be read as JSON is refused with the status that says why', async () => {
  const post = (init: RequestInit) => ask('/notes', { method: 'POST', ...init });
  for (const [init, status] of [
    [json('{"text":'), 400],
    [json('{"__proto__":{}}'), 400],
    [{ body: 'text=a' }, 415],
    [{ headers: { 'content-type': 'application/xml' }, body: '<a/>' }, 415],
    [json(JSON.stringify({ text: 'x'.repeat(1_100_000) })), 413],
  ] as const) {
    const refused = await post(init);
    expect([refused.status, refused.body.status]).toEqual([status, status]);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  }
});

test('null is 404, and 401 where the route is about somebody', async () => {
  expect((await ask('/products/p9')).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  const nobody = await ask('/nobody');
  expect(nobody.status).toBe(401);
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
});

test('an error at the result is a problem with the status of its code', async () => {
  const broken = await ask('/broken');
  expect(broken.body).toMatchObject({
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    detail: 'The service "accounts" failed.',
    service: 'accounts',
  });
  expect(broken.text).not.toMatch(/SELECT|10\.0\.0\.7|stack/);
  const refused = await ask('/notes', { method: 'PUT', ...json({}) });
  expect(refused.body).toMatchObject({
    status: 409,
    code: 'CONFLICT',
    detail: 'No more.',
    left: 0,
  });
});

test('a subgraph that is away is 503, one that is silent 504', async () => {
  graph.subgraph('products').mode = 'hang';
  expect((await ask('/products/p1')).status).toBe(504);
  graph.subgraph('products').mode = 'reset';
  expect((await ask('/products/p1')).body).toMatchObject({
    status: 503,
    code: 'SUBGRAPH_UNAVAILABLE',
    service: 'products',
  });
  graph.subgraph('products').mode = 'ok';
});

test('an error within the body costs its part, and a header says which', async () => {
  const { status, headers, body } = await ask('/moods');
  expect([status, body[1]]).toEqual([200, { id: 'p2', mood: null }]);
  expect(headers.get('partial-data')).toBe('"/1/mood";code=NOT_FOUND');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('etag')).toBeNull();
});

test('the type of the result chooses the status, and from 400 on it is a problem', async () => {
  const who = await ask('/who');
  expect(who.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(who.body).toEqual({
    ...{ type: 'about:blank', title: 'Conflict', status: 409, code: 'Customer' },
    ...{ id: 'u1', level: 3 },
  });
  const staff = await ask('/named', { headers: { 'person-name': 'Sam' } });
  const customer = await ask('/named', { headers: { 'person-name': 'Mina' } });
  expect([staff.status, customer.status]).toEqual([203, 200]);
});

test('a page elsewhere cannot post with cookies and without asking first', async () => {
  const forged = await ask('/notes', { method: 'POST', headers: { cookie: 'session=s' } });
  expect([forged.status, forged.body.detail]).toEqual([415, expect.stringMatching(/json/)]);
});

test('a list of somebody else is nested in the answer, and is the whole body', async () => {
  expect((await ask('/people/me')).body).toEqual([{ number: 'SK-o1' }, { number: 'SK-o2' }]);
});

test('an entity tag changes with the body, and answers If-None-Match with 304', async () => {
  const first = await ask('/products');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[\w-]{27}"$/);
  expect((await ask('/products?first=1')).headers.get('etag')).not.toBe(tag);
  for (const match of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await ask('/products', { headers: { 'if-none-match': match } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
  }
  const changed = await ask('/products', { headers: { 'if-none-match': '"other"' } });
  expect(changed.status).toBe(200);
});

test('Cache-Control is the route’s for guests, and never public for anybody else', async () => {
  const guest = await ask('/products');
  expect(guest.headers.get('cache-control')).toBe('public, max-age=30, s-maxage=60');
  expect(guest.headers.get('vary')).toMatch(/authorization/);
  const someone = await ask('/products', { headers: { authorization: 'Bearer x' } });
  expect(someone.headers.get('cache-control')).toBe('private, max-age=30');
  expect((await ask('/products/p1')).headers.get('cache-control')).toBe('private, no-cache');
});

test('HEAD answers as GET does, without the body', async () => {
  const get = await ask('/products');
  const head = await ask('/products', { method: 'HEAD' });
  expect([head.status, head.text]).toEqual([200, '']);
  for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) {
    expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
  }
});

test('another method is 405 and told which ones there are; another path is 404', async () => {
  const patch = await ask('/products', { method: 'PATCH', ...json({}) });
  expect([patch.status, patch.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  expect(patch.body).toMatchObject({ title: 'Method Not Allowed', status: 405 });
  const get = await ask('/notes');
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, PUT, OPTIONS']);
  const none = await ask('/nowhere');
  expect([none.status, none.body.code]).toEqual([404, 'NOT_FOUND']);
});

test('OPTIONS that is no preflight is told which methods there are', async () => {
  const options = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${graph.router.url}${path}`, { method: 'OPTIONS', headers });
    return [response.status, response.headers.get('allow'), await response.text()];
  };
  expect(await options('/rest/products')).toEqual([204, 'GET, HEAD, OPTIONS', '']);
  expect(await options('/rest/notes')).toEqual([204, 'POST, PUT, OPTIONS', '']);
  expect(await options('/graphql')).toEqual([204, 'GET, POST, OPTIONS', '']);
  expect(await options('/health/live')).toEqual([204, null, '']);
  expect(await options('/rest/products', { origin: 'https://a.example' })).toEqual([
    204,
    'GET, HEAD, OPTIONS',
    '',
  ]);
});

test('an address that cannot be decoded is a problem, too, and a long id is looked up', async () => {
  const undecodable = await ask('/products/%zz');
  expect(undecodable.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(undecodable.body).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  const long = await ask(`/products/${'x'.repeat(500)}`);
  expect(long.body).toMatchObject({ status: 404, detail: 'There is nothing here.' });
});

test('an answer that the client does not take is 406', async () => {
  const { status, body } = await ask('/products', { headers: { accept: 'text/html' } });
  expect([status, body.status]).toEqual([406, 406]);
  expect((await ask('/products', { headers: { accept: 'text/html, */*;q=0.1' } })).status).toBe(
    200,
  );
});

test('a browser elsewhere may ask, and read what the headers say', async () => {
  const preflight = await ask('/notes', {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example', 'access-control-request-method': 'PUT' },
  });
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  const got = await ask('/products', { headers: { origin: 'https://shop.example' } });
  expect(got.headers.get('access-control-expose-headers')).toMatch(/etag, link/);
});
