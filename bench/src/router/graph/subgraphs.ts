import { createServer } from 'node:net';
import { messageReader } from '../wire/message-reader.ts';
import { type Answer, compileOperation } from './operation.ts';
import { SUBGRAPHS, type SubgraphName } from './schemas.ts';

// All subgraphs in one process, each on a port of its own. What it tells its parent: the ports, then
// at every message how many requests it has had.

export type Ports = Record<SubgraphName, number>;

const operations = new Map<string, Answer>();
let requests = 0;
let complaints = 3;

function respond(head: string, body: Buffer): string {
  requests += 1;
  try {
    if (!head.startsWith('POST ')) throw new Error('only POST');
    const { query, variables } = JSON.parse(body.toString()) as {
      query: string;
      variables?: Record<string, unknown> | null;
    };
    let answer = operations.get(query);
    if (answer === undefined) {
      answer = compileOperation(query);
      operations.set(query, answer);
    }
    return message('200 OK', answer(variables ?? {}));
  } catch (error) {
    complaints -= 1;
    if (complaints >= 0) process.stderr.write(`canned subgraph: ${error} at ${head} ${body}\n`);
    return message('500 Internal Server Error', '{"errors":[{"message":"see the log"}]}');
  }
}

/** Everything is ASCII: characters are bytes. */
const message = (status: string, text: string): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncache-control: public, max-age=300\r\ncontent-length: ${text.length}\r\n\r\n${text}`;

async function listen(): Promise<number> {
  const server = createServer({ noDelay: true }, (socket) => {
    let out = '';
    const read = messageReader((head, body) => {
      out += respond(head, body);
    });
    socket.on('data', (chunk: Buffer) => {
      read(chunk);
      if (out !== '') socket.write(out, 'latin1');
      out = '';
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const ports = Object.fromEntries(
  await Promise.all(SUBGRAPHS.map(async (name) => [name, await listen()])),
) as Ports;
process.on('message', () => process.send?.({ requests }));
process.on('disconnect', () => process.exit(0));
process.send?.({ ports });
