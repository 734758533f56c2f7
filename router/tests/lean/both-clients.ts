import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Pool } from 'undici';
import { LeanError } from '../../src/transport/lean/lean-error.ts';
import { renderHeaders } from '../../src/transport/lean/rendered-headers.ts';
import type { RandomResponse } from './random-response.ts';
import { testClient } from './raw-server.ts';

/** What a client made of an answer. */
export type Outcome = { status: number; text: string } | { failure: string };

export type BothClients = {
  /** Has both ask a server that writes these bytes to each, then ends the connection. */
  ask: (response: RandomResponse) => Promise<{ lean: Outcome; undici: Outcome }>;
  close: () => Promise<void>;
};

export async function bothClients(): Promise<BothClients> {
  const responses = new Map<string, RandomResponse>();
  let asked = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (request) => {
      const path = /^POST (\S+)/.exec(request.toString('latin1'))?.[1] ?? '';
      const response = responses.get(path);
      if (response !== undefined) void write(socket, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  return {
    ask: async (next) => {
      const path = `/${asked++}`;
      responses.set(path, next);
      const [lean, undici] = await Promise.all([askLean(origin, path), askUndici(origin, path)]);
      responses.delete(path);
      return { lean, undici };
    },
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

async function write(socket: Socket, { bytes, cuts }: RandomResponse): Promise<void> {
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    if (socket.destroyed) return;
    socket.write(bytes.subarray(at, cut));
    at = cut;
    await turn();
  }
  socket.end();
}

async function askLean(origin: string, path: string): Promise<Outcome> {
  const client = testClient(origin);
  const options = { exclusive: false, deadlineAt: performance.now() + 3_000 };
  try {
    const { status, text } = await client.post(path, renderHeaders({}), '{}', options);
    return { status, text };
  } catch (error) {
    if (error instanceof LeanError) return { failure: `${error.code} ${error.message}` };
    throw error;
  } finally {
    client.close();
  }
}

async function askUndici(origin: string, path: string): Promise<Outcome> {
  const pool = new Pool(origin, { connections: 1, headersTimeout: 3_000, bodyTimeout: 3_000 });
  try {
    const { statusCode, body } = await pool.request({ path, method: 'POST', body: '{}' });
    return { status: statusCode, text: await body.text() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { failure: `${code} ${message}` };
  } finally {
    void pool.destroy();
  }
}
