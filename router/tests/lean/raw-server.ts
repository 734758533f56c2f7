import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { LeanOptions } from '../../src/transport/lean/contract.ts';
import { leanClient } from '../../src/transport/lean/lean-client.ts';

export type RawRequest = { readonly head: string; readonly body: string };

/** A connection as its server sees it: requests are split, answers are whatever is written. */
export type RawConnection = {
  readonly socket: Socket;
  /** Counted from 0, in the order in which they were opened. */
  readonly number: number;
  readonly requests: readonly RawRequest[];
};

export type RawServer = {
  readonly port: number;
  readonly origin: string;
  readonly connections: readonly RawConnection[];
  readonly close: () => Promise<void>;
};

/** A TCP server that calls `onRequest` for each complete request; it never answers by itself. */
export async function rawServer(
  onRequest: (connection: RawConnection, request: RawRequest) => void,
  onOpen: (connection: RawConnection) => void = () => {},
): Promise<RawServer> {
  const connections: RawConnection[] = [];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const requests: RawRequest[] = [];
    const connection = { socket, number: connections.length, requests };
    connections.push(connection);
    socket.on('error', () => socket.destroy());
    let pending = '';
    socket.on('data', (bytes) => {
      pending += bytes.toString('latin1');
      for (;;) {
        const end = pending.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
        if (end < 0 || pending.length < end + 4 + length) return;
        const body = Buffer.from(pending.slice(end + 4, end + 4 + length), 'latin1').toString();
        const request = { head: pending.slice(0, end + 2), body };
        pending = pending.slice(end + 4 + length);
        requests.push(request);
        onRequest(connection, request);
      }
    });
    onOpen(connection);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    connections,
    close: async () => {
      for (const { socket } of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export const ok = (text: string, ...fields: string[]): string =>
  ['HTTP/1.1 200 OK', `content-length: ${Buffer.byteLength(text)}`, ...fields, '', text].join(
    '\r\n',
  );

export const testClient = (origin: string, options: Partial<LeanOptions> = {}) =>
  leanClient({
    origin,
    maxSockets: 4,
    pipelining: 4,
    maxQueued: 100,
    maxResponseBytes: 1_000_000,
    maxHeaderBytes: 10_000,
    connectTimeoutMs: 1_000,
    keepAliveMs: 30_000,
    ...options,
  });
