import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be shut, as a broker that went away looks from outside. */
export type Door = {
  /** The server's URL, through this door. */
  url: string;
  open: () => Promise<void>;
  shut: () => Promise<void>;
  close: () => Promise<void>;
};

/** Opens a door, on a port of its own, to the server of a URL. */
export async function openDoor(to: string): Promise<Door> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;

  const open = async () => {
    server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => {}).on('close', () => other.destroy());
        one.pipe(other);
      }
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address !== null && typeof address === 'object') port = address.port;
  };
  const shut = async () => {
    if (server === null) return;
    const closed = once(server, 'close');
    server.close();
    server = null;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await closed;
  };
  await open();
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return { url: url.href, open, shut, close: shut };
}
