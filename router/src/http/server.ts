import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export type HttpDoor = {
  /** Answers with the URL. Throws what `listen` fails with. */
  listen: (at: { host: string; port: number }) => Promise<string>;
  isDraining: () => boolean;
  /**
   * Accepts nothing more, answers what has come and lets go of each client with its answer; ends
   * what is left at the deadline.
   */
  drain: (limits: { idleMs: number; deadlineMs: number }) => Promise<void>;
};

const KEEP_ALIVE_MS = 65_000;
/** Enough for a slow line, too little to hold many connections with half a request. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const CHECKED_EVERY_MS = 2_000;
const IDLE_CHECKED_EVERY_MS = 50;

/** A plain node:http server: each request goes to the handler that it is given. */
export function httpDoor(options: {
  handlerOf: (request: IncomingMessage) => Handler;
  /** Takes connections over; absent: other protocols are not spoken. */
  upgrade?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined;
}): HttpDoor {
  const { handlerOf, upgrade } = options;
  let draining = false;
  const server = createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECKED_EVERY_MS,
      // Clients of HTTP/2 offer `h2c` with a request: whoever cannot speak that answers it as it is.
      shouldUpgradeCallback: (request) =>
        upgrade !== undefined && request.headers.upgrade?.toLowerCase() === 'websocket',
    },
    (request, response) => {
      if (draining) response.shouldKeepAlive = false;
      handlerOf(request)(request, response);
    },
  );

  if (upgrade !== undefined) server.on('upgrade', upgrade);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  /** Connections that wait for a request; for http one that never had any is not idle. */
  const closeIdle = () => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };

  return {
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve(urlOf(server.address() as AddressInfo));
        });
      }),
    isDraining: () => draining,
    drain: async ({ idleMs, deadlineMs }) => {
      draining = true;
      // Not http's own close(): it ends idle connections at once, and with them requests that are
      // on their way over them.
      const closed = new Promise<void>((resolve) => {
        NetServer.prototype.close.call(server, () => resolve());
      });
      let idle: NodeJS.Timeout | undefined;
      const wait = setTimeout(() => {
        closeIdle();
        idle = setInterval(closeIdle, IDLE_CHECKED_EVERY_MS);
      }, idleMs);
      const end = setTimeout(() => server.closeAllConnections(), deadlineMs);
      await closed;
      clearTimeout(wait);
      clearInterval(idle);
      clearTimeout(end);
      // Ends the server's own timer, too.
      server.close();
    },
  };
}

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
