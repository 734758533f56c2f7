import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Passes each connection on to one of the ports, in turn; one that refuses is left out. */
export async function tcpBalancer(ports: readonly number[]) {
  let turn = 0;
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    turn += 1;
    const rotated = ports.map((_, i) => ports[(turn + i) % ports.length] ?? 0);
    client.on('error', () => client.destroy());
    join(client, rotated);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { port, close: () => server.close() };
}

function join(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void client.destroy();
  const upstream = connect({ host: '127.0.0.1', port, noDelay: true, allowHalfOpen: true });
  let isOpen = false;
  upstream.once('connect', () => {
    isOpen = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => {
    if (isOpen) client.destroy();
    else join(client, others);
  });
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => {
    if (isOpen) client.end();
  });
}
