import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

export type Mode = 'ok' | 'hang' | 'garbage' | 'html500' | 'half' | 'reset';

export type Received = {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
  readonly at: number;
};

/** A tiny subgraph in this process: plain node:http and graphql-js, with switchable faults. */
export type TestSubgraph = {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
  url: string;
  mode: Mode;
  delayMs: number;
  /** Of its responses, besides the content type. */
  headers: Record<string, string>;
  received: Received[];
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

export function testSubgraph(name: string, sdl: string, resolvers: object): TestSubgraph {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }] as Parameters<
    typeof buildSubgraphSchema
  >[0]);
  let server: Server | null = null;
  let port = 0;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { query, variables } = JSON.parse(text);
    self.received.push({ query, variables, headers: request.headers, at: performance.now() });
    if (self.mode === 'hang') return;
    if (self.mode === 'reset') return void request.socket.destroy();
    if (self.mode === 'garbage') return void response.end('{"data":');
    if (self.mode === 'html500') {
      return void response.writeHead(500).end('<h1>at /srv/app/secret.js:12</h1>');
    }
    if (self.mode === 'half') {
      response.writeHead(200, { 'content-length': 1_000 }).write('{"data":');
      return void request.socket.destroy();
    }
    if (self.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, self.delayMs));
    const contextValue = { headers: request.headers };
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables,
      contextValue,
    });
    const errors = result.errors?.map((error) => ({
      ...error.toJSON(),
      extensions: { stacktrace: ['at /srv/app/secret.js:12'], ...error.extensions },
    }));
    response.setHeader('content-type', 'application/json');
    for (const [name, value] of Object.entries(self.headers)) response.setHeader(name, value);
    response.end(JSON.stringify({ ...result, ...(errors && { errors }) }));
  }

  const self: TestSubgraph = {
    name,
    sdl,
    resolvers,
    url: '',
    mode: 'ok',
    delayMs: 0,
    headers: {},
    received: [],
    start: async () => {
      const started = createServer((request, response) => void answer(request, response));
      server = started;
      await new Promise<void>((resolve) => started.listen(port, '127.0.0.1', resolve));
      port = (started.address() as AddressInfo).port;
      self.url = `http://127.0.0.1:${port}/graphql`;
    },
    stop: async () => {
      const stopped = server;
      server = null;
      stopped?.closeAllConnections();
      await new Promise<void>((resolve) => (stopped ? stopped.close(() => resolve()) : resolve()));
    },
  };
  return self;
}
