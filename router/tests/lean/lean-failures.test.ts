import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { outcome, start } from './client-and-server.ts';
import { ok, type RawConnection, rawServer, testClient } from './raw-server.ts';

/** Several requests on one connection: one is open, and they leave in one turn. */
async function together(client: Parameters<typeof outcome>[0], bodies: readonly string[]) {
  expect(await outcome(client, 'warm')).toBe('warm');
  return Promise.all(bodies.map((body) => outcome(client, body)));
}

/** Does something when the last of a, b and c has come, on one connection; answers all else. */
const atLast =
  (act: (connection: RawConnection) => void) =>
  (connection: RawConnection, { body }: { body: string }): void => {
    if (body === 'c') act(connection);
    else if (body !== 'a' && body !== 'b') connection.socket.write(ok(body));
  };

test('a port that nobody listens on is LEAN_CONNECT, nothing was sent', async () => {
  const server = await rawServer(() => {});
  await server.close();
  const client = testClient(server.origin);
  const all = await Promise.all(['a', 'b', 'c'].map((body) => outcome(client, body)));
  expect(new Set(all)).toEqual(new Set(['LEAN_CONNECT unsent retryable']));
  expect(client.stats()).toEqual({ sockets: 0, connecting: 0, inFlight: 0, queued: 0 });
});

test('an address that does not answer is LEAN_CONNECT within the time for it', async () => {
  // 192.0.2.0/24 is nobody's: RFC 5737.
  const client = testClient('http://192.0.2.1:81', { connectTimeoutMs: 50 });
  expect(await outcome(client, 'a')).toBe('LEAN_CONNECT unsent retryable');
  client.close();
});

test.each([
  ['resets', ({ socket }: RawConnection) => socket.resetAndDestroy()],
  ['half-closes', ({ socket }: RawConnection) => socket.end()],
])('a server that %s before any answer leaves all retryable', async (_, act) => {
  const { client } = await start(atLast(act));
  const lost = 'LEAN_CLOSED sent retryable';
  expect(await together(client, ['a', 'b', 'c'])).toEqual([lost, lost, lost]);
  expect(await outcome(client, 'then')).toBe('then');
});

test('a connection that dies within an answer: before it answered, it final, behind it retryable', async () => {
  const { client } = await start(
    atLast(({ socket }) => socket.end(`${ok('A')}${ok('B')}`.slice(0, -1))),
  );
  expect(await together(client, ['a', 'b', 'c'])).toEqual([
    'A',
    'LEAN_CLOSED sent final',
    'LEAN_CLOSED sent retryable',
  ]);
});

test('an answer that closes the connection leaves those behind it retryable', async () => {
  const { client } = await start(
    atLast(({ socket }) => socket.write(ok('A', 'Connection: close'))),
  );
  const lost = 'LEAN_CLOSED sent retryable';
  expect(await together(client, ['a', 'b', 'c'])).toEqual(['A', lost, lost]);
});

test('an answer without a length ends with the connection', async () => {
  const { client } = await start(atLast(({ socket }) => socket.end('HTTP/1.1 200 OK\r\n\r\nall')));
  const lost = 'LEAN_CLOSED sent retryable';
  expect(await together(client, ['a', 'b', 'c'])).toEqual(['all', lost, lost]);
});

test('garbage costs the first request, those behind it are retryable', async () => {
  const { client, server } = await start(atLast(({ socket }) => socket.write('garbage')));
  const lost = 'LEAN_CLOSED sent retryable';
  expect(await together(client, ['a', 'b', 'c'])).toEqual(['LEAN_PROTOCOL sent final', lost, lost]);
  expect(await outcome(client, 'then')).toBe('then');
  expect(server.connections).toHaveLength(2);
});

test('an answer over the limit is LEAN_TOO_LARGE', async () => {
  const { client } = await start(({ socket }) => socket.write(ok('x'.repeat(101))), {
    maxResponseBytes: 100,
  });
  expect(await outcome(client, 'a')).toBe('LEAN_TOO_LARGE sent final');
});

test('a hung first request times out; the connection closes, those behind it are retryable', async () => {
  const { client, server } = await start(atLast(() => {}));
  await outcome(client, 'warm');
  const gone = once(server.connections[0]?.socket ?? process, 'end');
  const answers = [
    outcome(client, 'a', { within: 60 }),
    outcome(client, 'b', { within: 2_000 }),
    outcome(client, 'c', { within: 2_000 }),
  ];
  expect(await Promise.all(answers)).toEqual([
    'LEAN_TIMEOUT sent final',
    'LEAN_CLOSED sent retryable',
    'LEAN_CLOSED sent retryable',
  ]);
  await gone;
});

test('a request that times out behind another does not cost its neighbours anything', async () => {
  const { client, server } = await start(
    atLast(({ socket }) => setTimeout(() => socket.write(ok('A') + ok('B') + ok('C')), 120)),
  );
  await outcome(client, 'warm');
  const answers = [
    outcome(client, 'a'),
    outcome(client, 'b', { within: 30 }),
    outcome(client, 'c'),
  ];
  expect(await Promise.all(answers)).toEqual(['A', 'LEAN_TIMEOUT sent final', 'C']);
  expect(await outcome(client, 'then')).toBe('then');
  expect(server.connections).toHaveLength(1);
});

test('a request that waits for a connection times out unsent', async () => {
  const { client, server } = await start(() => {}, { maxSockets: 1, pipelining: 1 });
  const first = outcome(client, 'a', { within: 200 });
  expect(await outcome(client, 'b', { within: 50 })).toBe('LEAN_TIMEOUT unsent final');
  expect(await first).toBe('LEAN_TIMEOUT sent final');
  expect(server.connections.flatMap(({ requests }) => requests)).toHaveLength(1);
});

test('more waiting requests than allowed are LEAN_BUSY', async () => {
  const { client } = await start(
    ({ socket }, { body }) => setTimeout(() => socket.write(ok(body)), 20),
    {
      maxSockets: 1,
      pipelining: 1,
      maxQueued: 2,
    },
  );
  await outcome(client, 'warm');
  const bodies = ['a', 'b', 'c', 'd'];
  expect(await Promise.all(bodies.map((body) => outcome(client, body)))).toEqual([
    'a',
    'b',
    'c',
    'LEAN_BUSY unsent retryable',
  ]);
});

test.each([
  ['an answer too many', `${ok('1')}${ok('smuggled')}`],
  ['an answer longer than it says', `${ok('1')}x`],
  ['an answer without content that has some', `${ok('1')}HTTP/1.1 200 OK\r\ncontent-le`],
])('%s closes the connection, the next request gets its own answer', async (_, bytes) => {
  const { client, server } = await start(({ socket }, { body }) =>
    socket.write(body === 'one' ? bytes : ok(body)),
  );
  expect(await outcome(client, 'one')).toBe('1');
  expect(await outcome(client, 'two')).toBe('two');
  expect(server.connections).toHaveLength(2);
});

test('a server that has sent garbage is not pipelined to for a while', async () => {
  let waiting = 0;
  let most = 0;
  const { client } = await start(
    ({ socket }, { body }) => {
      most = Math.max(most, ++waiting);
      setTimeout(() => {
        waiting -= 1;
        socket.write(body === 'bad' ? 'garbage' : ok(body));
      }, 3);
    },
    { maxSockets: 1 },
  );
  const bodies = ['a', 'b', 'c', 'd'];
  await outcome(client, 'warm');
  expect(await Promise.all(bodies.map((body) => outcome(client, body)))).toEqual(bodies);
  expect(most).toBe(4);
  expect(await outcome(client, 'bad')).toBe('LEAN_PROTOCOL sent final');
  most = 0;
  expect(await Promise.all(bodies.map((body) => outcome(client, body)))).toEqual(bodies);
  expect(most).toBe(1);
});

test('bytes on an idle connection close it', async () => {
  const { client, server } = await start(({ socket }, { body }) => socket.write(ok(body)));
  await outcome(client, 'a');
  server.connections[0]?.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  await sleep(30);
  expect(client.stats().sockets).toBe(0);
  expect(await outcome(client, 'b')).toBe('b');
});

test('a request that was never written goes to another connection by itself', async () => {
  const { client, server } = await start(
    ({ socket, number }, { body }) => socket.write(ok(`${number} ${body}`)),
    { maxSockets: 1 },
    ({ socket, number }) => number === 0 && socket.end('SSH-2.0-OpenSSH\r\n'),
  );
  const first = await outcome(client, 'a');
  expect(['1 a', 'LEAN_PROTOCOL sent final', 'LEAN_CLOSED sent retryable']).toContain(first);
  expect(await outcome(client, 'b')).toBe('1 b');
  expect(server.connections).toHaveLength(2);
});

test('a server that answers before it has read the request is heard, and not used again', async () => {
  const { client, server } = await start(
    ({ socket }, { body }) => socket.write(ok(body)),
    {},
    ({ socket, number }) => {
      if (number > 0) return;
      socket.pause();
      setTimeout(() => socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!'), 30);
    },
  );
  expect(await outcome(client, 'x'.repeat(32_000_000))).toBe('no!');
  expect(await outcome(client, 'then')).toBe('then');
  expect(server.connections).toHaveLength(2);
});

test("a connection is not used beyond what the server's Keep-Alive says", async () => {
  const { client, server } = await start(({ socket }, { body }) =>
    socket.write(ok(body, 'Keep-Alive: timeout=1')),
  );
  await outcome(client, 'a');
  await sleep(550);
  expect(await outcome(client, 'b')).toBe('b');
  expect(server.connections).toHaveLength(2);
});

test('close ends what is under way, and takes nothing more', async () => {
  const { client } = await start(() => {}, { maxSockets: 1, pipelining: 1 });
  const first = outcome(client, 'a');
  const second = outcome(client, 'b');
  await sleep(30);
  client.close();
  expect(await first).toBe('LEAN_CLOSED sent retryable');
  expect(await second).toBe('LEAN_CLOSED unsent final');
  expect(await outcome(client, 'c')).toBe('LEAN_CLOSED unsent final');
  expect(client.stats()).toEqual({ sockets: 0, connecting: 0, inFlight: 0, queued: 0 });
});
