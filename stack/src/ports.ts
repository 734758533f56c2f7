import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './failures.ts';

/**
 * Makes sure that all ports are free, waiting up to `patienceMs` for processes that are on their
 * way out. Throws StackError that names the first taken port and who needs it.
 */
export async function requirePorts(
  needed: readonly { port: number; owner: string }[],
  offset: number,
  patienceMs: number,
): Promise<void> {
  const until = Date.now() + patienceMs;
  for (const { port, owner } of needed) {
    while (!(await isFree(port))) {
      if (Date.now() > until) {
        throw new StackError(
          `Port ${port} is taken, and ${owner} needs it.`,
          `Stop what uses it, or shift all ports: SOUK_PORT_OFFSET=${offset + 1_000} npm start`,
        );
      }
      await sleep(100);
    }
  }
}

/** True where a server could listen on the port of this machine's loopback address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
