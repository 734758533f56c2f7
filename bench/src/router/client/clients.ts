import { Agent, request } from 'node:http';
import { Pool } from 'undici';
import { leanClient } from '../../../../router/src/transport/lean/lean-client.ts';
import { renderHeaders } from '../../../../router/src/transport/lean/rendered-headers.ts';

export type BenchClient = {
  readonly name: string;
  readonly post: (path: string, body: string) => Promise<string>;
  readonly close: () => void;
};

const SOCKETS = 64;
const PIPELINING = 8;
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
  'x-request-id': 'd4b0c9b1-5d0a-4e7c-9b1e-0a4f4b8f9c11',
  'x-forwarded-for': '10.0.0.1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** The clients that are compared, with as many connections allowed to each. */
export const clients = (port: number): readonly BenchClient[] => [
  lean('lean', port, PIPELINING),
  lean('lean, pipelining off', port, 1),
  undici('undici Pool.request', port, 1),
  undici('undici, pipelining', port, PIPELINING),
  nodeHttp('node:http Agent', port),
];

function lean(name: string, port: number, pipelining: number): BenchClient {
  const client = leanClient({
    origin: `http://127.0.0.1:${port}`,
    maxSockets: SOCKETS,
    pipelining,
    maxQueued: 10_000,
    maxResponseBytes: 64 * 1_048_576,
    maxHeaderBytes: 16_384,
    connectTimeoutMs: 2_000,
    keepAliveMs: 30_000,
  });
  const headers = renderHeaders(HEADERS);
  return {
    name,
    post: async (path, body) => {
      const deadlineAt = performance.now() + 10_000;
      return (await client.post(path, headers, body, { exclusive: false, deadlineAt })).text;
    },
    close: client.close,
  };
}

function undici(name: string, port: number, pipelining: number): BenchClient {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: SOCKETS, pipelining });
  return {
    name,
    post: async (path, body) =>
      (await pool.request({ method: 'POST', path, headers: HEADERS, body })).body.text(),
    close: () => void pool.close(),
  };
}

function nodeHttp(name: string, port: number): BenchClient {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  return {
    name,
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const headers = { ...HEADERS, 'content-length': Buffer.byteLength(body) };
        const sent = request({ port, path, method: 'POST', agent, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => resolve(text));
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
