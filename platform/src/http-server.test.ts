import { afterEach, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';

let http: HttpServer;
let ready = async () => true;
const open = () => {
  http = createHttpServer({
    log: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', instance: 'test-1' }),
    maxBodyBytes: 1_024,
    ready: () => ready(),
  });
  return http;
};
afterEach(async () => {
  ready = async () => true;
  await http.close();
});

test('a process is live while it runs, and ready only while it can do its work', async () => {
  open();
  ready = async () => {
    throw new Error('no database');
  };
  expect((await http.inject('/health/live')).statusCode).toBe(200);
  expect((await http.inject('/health/ready')).statusCode).toBe(503);
  ready = async () => true;
  expect((await http.inject('/health/ready')).statusCode).toBe(200);
});

test('metrics name the instance', async () => {
  open();
  await http.inject('/health/live');
  expect((await http.inject('/metrics')).body).toMatch(
    /http_request_duration_seconds_count\{.*instance="test-1".*route="\/health\/live"/,
  );
});

test('a body over the limit is refused with its code', async () => {
  open().post('/echo', async (request) => request.body);
  const response = await http.inject({
    method: 'POST',
    url: '/echo',
    payload: { x: 'x'.repeat(2_000) },
  });
  expect(response.statusCode).toBe(413);
  expect(response.json().errors[0].extensions.code).toBe('PAYLOAD_TOO_LARGE');
});

test('an address that cannot be decoded is refused in the same shape, a long parameter is not', async () => {
  open().get('/things/:id', async (request) => (request.params as { id: string }).id.length);
  const undecodable = await http.inject('/things/%zz');
  expect(undecodable.statusCode).toBe(400);
  expect(undecodable.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect((await http.inject(`/things/${'x'.repeat(2_000)}`)).body).toBe('2000');
});

test.each([
  ['a missing page', '/nowhere', 404, 'NOT_FOUND'],
  ['our own error', '/ours', 409, 'CONFLICT'],
  ['a bug', '/bug', 500, 'INTERNAL_SERVER_ERROR'],
])('%s has the shape of a GraphQL error', async (_, url, status, code) => {
  open().get('/ours', () => {
    throw new AppError('CONFLICT', 'Somebody was faster.');
  });
  http.get('/bug', () => {
    throw new Error('password=hunter2');
  });
  const response = await http.inject(url);
  expect(response.statusCode).toBe(status);
  expect(response.json().errors[0].extensions.code).toBe(code);
  expect(response.body).not.toContain('hunter2');
});

test('a client that sends far too much still gets to read the answer', async () => {
  open().post('/echo', async (request) => request.body);
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const response = await fetch(`${url}/echo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(10_000_000),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    });
  }
});
