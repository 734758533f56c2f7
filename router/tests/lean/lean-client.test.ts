import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { renderHeaders } from '../../src/transport/lean/rendered-headers.ts';
import { NONE, outcome, start } from './client-and-server.ts';
import { ok, type RawConnection, type rawServer, testClient } from './raw-server.ts';

const echo: Parameters<typeof rawServer>[0] = ({ socket }, { body }) => socket.write(ok(body));

test('a request goes out as it should', async () => {
  const { server, client } = await start(echo);
  const headers = renderHeaders({ 'content-type': 'application/json', 'x-a': 'b' });
  const options = { exclusive: false, deadlineAt: performance.now() + 1_000 };
  const { status, text } = await client.post('/graphql?x=1', headers, '{"a":"ü"}', options);
  expect({ status, text }).toEqual({ status: 200, text: '{"a":"ü"}' });
  expect(server.connections[0]?.requests[0]?.head).toBe(
    `POST /graphql?x=1 HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\n` +
      'content-type: application/json\r\nx-a: b\r\ncontent-length: 10\r\n',
  );
});

test('header bytes above 127 and UTF-8 bodies go side by side', async () => {
  const { server, client } = await start(echo);
  const headers = renderHeaders({ 'x-name': 'J\xfcrgen' });
  const options = { exclusive: false, deadlineAt: performance.now() + 1_000 };
  const sent = ['plain', 'grün 🛒', 'latin \xff', 'plain again'];
  const answers = await Promise.all(sent.map((body) => client.post('/', headers, body, options)));
  expect(answers.map(({ text }) => text)).toEqual(sent);
  for (const { requests } of server.connections)
    for (const { head } of requests) expect(head).toContain('x-name: J\xfcrgen\r\n');
});

test.each([
  ['CR and LF in a value', { a: 'b\r\nx: y' }],
  ['a lone LF', { a: 'b\nc' }],
  ['a lone CR', { a: 'b\rc' }],
  ['NUL', { a: 'b\0c' }],
  ['DEL', { a: 'b\x7fc' }],
  ['a character above 255, which would lose bits and could become LF', { a: 'b\u010ac' }],
  ['a name with a colon', { 'a:b': 'c' }],
  ['a name with LF', { 'a\nb': 'c' }],
  ['an empty name', { '': 'c' }],
  ['a length of its own', { 'Content-Length': '0' }],
  ['a transfer coding', { 'transfer-encoding': 'chunked' }],
  ['another host', { Host: 'elsewhere' }],
])('headers with %s are refused', (_, headers) => {
  expect(() => renderHeaders(headers as unknown as Record<string, string>)).toThrow(
    expect.objectContaining({ code: 'LEAN_REQUEST', sent: false }),
  );
});

test.each(['', 'graphql', '/a b', '/a\r\nx: y', '/ü', '/a#b', 'http://elsewhere/'])(
  'the path %j is refused, and nothing is sent',
  async (path) => {
    const { server, client } = await start(echo);
    const options = { exclusive: false, deadlineAt: performance.now() + 1_000 };
    await expect(client.post(path, NONE, '', options)).rejects.toMatchObject({
      code: 'LEAN_REQUEST',
    });
    expect(server.connections).toHaveLength(0);
  },
);

test.each(['https://a', 'http://a/b', 'http://u:p@a', 'ftp://a'])(
  '%s is no origin for this client',
  (origin) => expect(() => testClient(origin)).toThrow(TypeError),
);

test('requests of one turn share a connection, up to the depth, and get their own answers', async () => {
  const { server, client } = await start(echo);
  expect(await outcome(client, 'first')).toBe('first');
  const bodies = Array.from({ length: 8 }, (_, i) => `b${i}`);
  expect(await Promise.all(bodies.map((body) => outcome(client, body)))).toEqual(bodies);
  expect(server.connections[0]?.requests.length).toBeGreaterThanOrEqual(5);
  for (const { requests } of server.connections) expect(requests.length).toBeLessThanOrEqual(9);
  expect(client.stats()).toMatchObject({ inFlight: 0, queued: 0, connecting: 0 });
});

test('a mutation has a connection for itself, before and behind it', async () => {
  const held = new Map<RawConnection, string[]>();
  const together: string[][] = [];
  const { client } = await start((connection, { body }) => {
    const waiting = held.get(connection) ?? [];
    held.set(connection, waiting);
    waiting.push(body);
    together.push([...waiting]);
    setTimeout(() => {
      waiting.shift();
      connection.socket.write(ok(body));
    }, 3);
  });
  const all = Array.from({ length: 60 }, (_, i) => (i % 5 === 2 ? `m${i}` : `q${i}`));
  const answers = all.map((body) => outcome(client, body, { exclusive: body.startsWith('m') }));
  expect(await Promise.all(answers)).toEqual(all);
  for (const bodies of together) {
    if (bodies.some((body) => body.startsWith('m'))) expect(bodies).toHaveLength(1);
  }
  expect(together.some((bodies) => bodies.length > 1)).toBe(true);
});

test('nothing is put behind a request that has been waiting for long', async () => {
  const { server, client } = await start(({ socket }, { body }) => {
    if (body !== 'slow') socket.write(ok(body));
    else setTimeout(() => socket.write(ok(body)), 400);
  });
  const slow = outcome(client, 'slow');
  await sleep(50);
  const before = performance.now();
  expect(await outcome(client, 'quick')).toBe('quick');
  expect(performance.now() - before).toBeLessThan(300);
  expect(await slow).toBe('slow');
  expect(server.connections).toHaveLength(2);
});

test('a subgraph that is slow throughout gets more requests at once than connections', async () => {
  let waiting = 0;
  let most = 0;
  const { client } = await start(
    ({ socket }, { body }) => {
      most = Math.max(most, ++waiting);
      setTimeout(() => {
        waiting -= 1;
        socket.write(ok(body));
      }, 40);
    },
    { maxSockets: 2 },
  );
  const bodies = Array.from({ length: 24 }, (_, i) => `b${i}`);
  for (const body of bodies.slice(0, 4)) await outcome(client, body);
  const answers = bodies.map(async (body, i) => {
    await sleep(i * 3);
    return outcome(client, body);
  });
  expect(await Promise.all(answers)).toEqual(bodies);
  expect(most).toBeGreaterThan(2);
});

test('an idle connection is used again, and closed after its time', async () => {
  const { server, client } = await start(echo, { keepAliveMs: 60 });
  await outcome(client, 'a');
  await outcome(client, 'b');
  expect(server.connections).toHaveLength(1);
  await sleep(90);
  await outcome(client, 'c');
  expect(server.connections).toHaveLength(2);
});
