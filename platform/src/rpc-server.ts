import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2';
import type { ConnectRouter } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import type { Logger } from './log.ts';
import { answering } from './rpc-answering.ts';

export type RpcServer = { port: number; close: () => Promise<void> };

/**
 * Serves gRPC (and Connect) over cleartext HTTP/2. Methods throw AppError for what a caller should
 * know; anything else is logged and masked. Throws EADDRINUSE when the port is taken.
 */
export async function startRpcServer(options: {
  host: string;
  port: number;
  routes: (router: ConnectRouter) => void;
  log?: Logger;
}): Promise<RpcServer> {
  const { routes, log } = options;
  const server = createServer(connectNodeAdapter({ routes, interceptors: [answering(log)] }));
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await listen(server, options.host, options.port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.close();
      }),
  };
}

function listen(server: Http2Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
