import { connect, type Socket } from 'node:net';
import { messageReader } from '../wire/message-reader.ts';

const CONNECTIONS = 4;

type Waiting = { resolve: (text: string) => void; reject: (error: Error) => void };
type Connection = { socket: Socket; waiting: Waiting[]; out: string };

/** Sends a GraphQL request, JSON text in and out. Rejects for a status other than 200. */
export type Ask = (body: string) => Promise<string>;

/**
 * A subgraph on a few keep-alive connections. Requests are pipelined, and those of one turn of the
 * event loop written at once: nothing that Node can do costs less.
 */
export function subgraphClient(url: string): Ask {
  const { host, hostname, port, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: `;
  const connections: Connection[] = [];

  const open = (): Connection => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const connection: Connection = { socket, waiting: [], out: '' };
    const read = messageReader((answerHead, body) => {
      const next = connection.waiting.shift();
      if (answerHead.startsWith('HTTP/1.1 200')) next?.resolve(body.toString());
      else next?.reject(new Error(answerHead));
    });
    socket.on('data', read);
    socket.on('error', (error) => {
      connections.splice(connections.indexOf(connection), 1);
      for (const { reject } of connection.waiting) reject(error);
    });
    connections.push(connection);
    return connection;
  };

  const idlest = (): Connection => {
    let best = connections[0];
    for (const connection of connections) {
      if (best === undefined || connection.waiting.length < best.waiting.length) best = connection;
    }
    const busy = best === undefined || best.waiting.length > 0;
    return busy && connections.length < CONNECTIONS ? open() : (best as Connection);
  };

  return (body) =>
    new Promise((resolve, reject) => {
      const connection = idlest();
      connection.waiting.push({ resolve, reject });
      if (connection.out === '') {
        setImmediate(() => {
          const { out } = connection;
          connection.out = '';
          connection.socket.write(out);
        });
      }
      connection.out += `${head}${Buffer.byteLength(body)}\r\n\r\n${body}`;
    });
}
