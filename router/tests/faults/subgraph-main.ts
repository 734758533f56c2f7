import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { shop } from '../graph/shop.ts';
import type { Misbehaviour } from './subgraph-process.ts';

/** One subgraph of the test shop as a process: `node subgraph-main.ts NAME PORT`. */
const [name, port] = process.argv.slice(2);
const subgraph = shop().find((each) => each.name === name);
if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
const schema = buildSubgraphSchema([
  { typeDefs: parse(subgraph.sdl), resolvers: subgraph.resolvers },
] as Parameters<typeof buildSubgraphSchema>[0]);

let behaviour: Misbehaviour | 'well' = 'well';
let draining = false;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const chunk of request) text += chunk;
  const { socket } = request;
  if (behaviour === 'reset') return void socket.resetAndDestroy();
  if (behaviour === 'half-closed') return void socket.end();
  if (behaviour === 'garbage') return void response.end('{"data":');
  if (behaviour === '503') return void response.writeHead(503).end('overloaded');
  if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000));
  const { query, variables } = JSON.parse(text);
  const result = await graphql({ schema, source: query, variableValues: variables });
  if (draining) response.setHeader('connection', 'close');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result));
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => request.socket.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(Number(port), '127.0.0.1', () => process.send?.('listening'));
process.on('message', (told: typeof behaviour) => {
  behaviour = told;
  process.send?.('told');
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => {
  draining = true;
  server.close(() => process.exit(0));
});
