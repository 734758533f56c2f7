import { setTimeout as sleep } from 'node:timers/promises';
import { LeanError } from '../../src/transport/lean/lean-error.ts';
import { renderHeaders } from '../../src/transport/lean/rendered-headers.ts';
import { ok, type RawConnection, rawServer, testClient } from './raw-server.ts';

export type SoakReport = {
  answered: number;
  /** How many requests ended with which error. */
  failed: Map<string, number>;
  /** Requests that got something else than their own answer. */
  mixedUp: string[];
  /** Requests that reached the server more than once. */
  repeated: number;
  /** Connections on which a request that must be alone was not. */
  crowded: number;
  /** Requests that reached the server while another was unanswered on their connection. */
  pipelined: number;
  /** Errors that say that nothing was sent of what the server has received. */
  denied: number;
  left: { sockets: number; inFlight: number; queued: number; connecting: number };
};

/** The same numbers at every run: a failure can be seen again. Source: mulberry32, Tommy Ettinger. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const chunked = (text: string) => {
  const half = text.length >> 1;
  const part = (it: string) => `${it.length.toString(16)}\r\n${it}\r\n`;
  const parts = [text.slice(0, half), text.slice(half)].filter((it) => it !== '').map(part);
  return `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${parts.join('')}0\r\n\r\n`;
};

/**
 * Sends so many requests through one client to a server that delays, cuts answers into packets, ends
 * and resets connections and hangs. With `desyncs` it also sends garbage and answers twice, for which
 * the client stops pipelining.
 */
export async function soak(requests: number, seed: number, desyncs: boolean): Promise<SoakReport> {
  const chance = random(seed);
  const received = new Map<string, number>();
  const waiting = new Map<RawConnection, string[]>();
  let crowded = 0;
  let pipelined = 0;

  /** Answers in order, one at a time for each connection. */
  async function serve(connection: RawConnection, bodies: string[]): Promise<void> {
    const { socket } = connection;
    for (let body = bodies[0]; body !== undefined && !socket.destroyed; body = bodies[0]) {
      const fate = chance();
      if (fate < 0.3) await sleep(chance() * 8);
      else if (fate < 0.302) await sleep(700);
      const text = chance() < 0.5 ? chunked(body) : ok(body);
      const at = Math.floor(chance() * text.length);
      if (fate > 0.995) socket.resetAndDestroy();
      else if (fate > 0.99) socket.end(text.slice(0, at));
      else if (fate > 0.985) socket.write(ok(body, 'Connection: close'));
      // Only to a request that is alone: behind it, nobody can tell whose answer this is.
      else if (desyncs && fate > 0.982 && body.startsWith('alone'))
        socket.write(text + ok('smuggled'));
      else if (desyncs && fate > 0.98) socket.write('garbage');
      else if (fate > 0.8) {
        socket.write(text.slice(0, at));
        await sleep(0);
        if (!socket.destroyed) socket.write(text.slice(at));
      } else socket.write(text);
      bodies.shift();
    }
  }

  const server = await rawServer((connection, { body }) => {
    received.set(body, (received.get(body) ?? 0) + 1);
    const bodies = waiting.get(connection) ?? [];
    waiting.set(connection, bodies);
    bodies.push(body);
    if (bodies.length > 1) pipelined += 1;
    if (bodies.length > 1 && bodies.some((it) => it.startsWith('alone'))) crowded += 1;
    if (bodies.length === 1) void serve(connection, bodies);
  });
  const client = testClient(server.origin, { maxSockets: 16, pipelining: 8, maxQueued: 10_000 });
  const headers = renderHeaders({ 'content-type': 'application/json' });
  const report = { answered: 0, failed: new Map<string, number>(), mixedUp: [] as string[] };
  let denied = 0;
  let next = 0;

  async function send(id: number): Promise<void> {
    const exclusive = id % 10 === 0;
    const body = `${exclusive ? 'alone' : 'shared'} ${id} ${'x'.repeat(chance() * 300)}`;
    try {
      const deadlineAt = performance.now() + 500;
      const { text } = await client.post('/graphql', headers, body, { exclusive, deadlineAt });
      if (text === body) report.answered += 1;
      else report.mixedUp.push(`${body} got ${text}`);
    } catch (error) {
      if (!(error instanceof LeanError)) throw error;
      report.failed.set(error.code, (report.failed.get(error.code) ?? 0) + 1);
      if (!error.sent && received.has(body)) denied += 1;
    }
  }

  const chain = async () => {
    while (next < requests) {
      const burst = Array.from({ length: 1 + Math.floor(chance() * 12) }, () => send(next++));
      await Promise.all(burst);
    }
  };
  await Promise.all(Array.from({ length: 8 }, chain));
  client.close();
  const left = client.stats();
  await server.close();
  const repeated = [...received.values()].filter((times) => times > 1).length;
  return { ...report, repeated, crowded, pipelined, denied, left };
}
