import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@souk/platform/log';
import { handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Upgrade } from '../telemetry/traced-upgrade.ts';
import type { SubscriptionMetrics } from './subscription-metrics.ts';

export type WebSocketDoor = {
  upgrade: Upgrade;
  /** Asks all clients to connect anew, elsewhere, and cuts off those that have not left in time. */
  close: (deadlineMs: number) => Promise<void>;
};

/** What belongs to one connection. */
export type Connection = { readonly request: IncomingMessage; readonly socket: WebSocket };

/** WebSocket status codes (RFC 6455, section 7.4.1, and its registry). */
const SERVICE_RESTART = 1012;
const INTERNAL_ERROR = 4500;

/**
 * WebSocket connections of /graphql, in the protocol graphql-transport-ws. Who does not answer a
 * ping before the next one is cut off.
 */
export function websocketDoor(
  protocol: ServerOptions<Record<string, unknown>, Connection>,
  options: {
    maxConnections: number;
    maxMessageBytes: number;
    pingMs: number;
    /** Whether a browser may connect from the page of its Origin. */
    isAllowed: (request: IncomingMessage) => boolean;
    metrics: SubscriptionMetrics;
    log: Logger;
  },
): WebSocketDoor {
  const { metrics, log } = options;
  const server = makeServer<Record<string, unknown>, Connection>(protocol);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  let isClosing = false;

  function serve(socket: WebSocket, request: IncomingMessage): void {
    metrics.connections.inc();
    const ping = pinging(socket, options.pingMs);
    const failed = (error: unknown) => {
      log.error({ err: error }, 'websocket failed');
      socket.close(INTERNAL_ERROR, 'Something went wrong here.');
    };
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => sent(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => socket.on('message', (data) => void take(String(data)).catch(failed)),
      },
      { request, socket },
    );
    // A frame that breaks the protocol: ws closes the connection by itself.
    socket.on('error', (error) => log.debug({ reason: error.message }, 'websocket broken'));
    socket.once('close', (code, reason) => {
      metrics.connections.dec();
      ping.stop();
      void closed(code, String(reason)).catch((error) =>
        log.error({ err: error }, 'websocket could not be closed'),
      );
    });
  }

  function refuse(socket: Duplex, status: 403 | 503): number {
    socket.on('error', () => {});
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
    return status;
  }

  return {
    upgrade: (request, socket, head) => {
      if (!options.isAllowed(request)) return refuse(socket, 403);
      if (isClosing || sockets.clients.size >= options.maxConnections) {
        return refuse(socket, 503);
      }
      let status = 400;
      // It calls back before it returns, or not at all: then it has refused what was no WebSocket.
      sockets.handleUpgrade(request, socket, head, (opened) => {
        status = 101;
        serve(opened, request);
      });
      return status;
    },
    close: async (deadlineMs) => {
      isClosing = true;
      const left = [...sockets.clients].map(
        (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
      );
      for (const client of sockets.clients) client.close(SERVICE_RESTART, 'Service restart');
      const cut = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, deadlineMs);
      await Promise.all(left);
      clearTimeout(cut);
      sockets.close();
    },
  };
}

const sent = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    // An error means that the connection is gone, which its close event tells.
    socket.send(text, () => resolve());
  });

function pinging(socket: WebSocket, everyMs: number): { stop: () => void } {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, everyMs);
  return { stop: () => clearInterval(timer) };
}
