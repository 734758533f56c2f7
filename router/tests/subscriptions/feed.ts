import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';

/** Channels of events in this process: what is told to one comes to all that listen to it. */
export function channels() {
  const listening = new Map<string, Set<(event: unknown) => void>>();

  return {
    tell: (channel: string, event: unknown) => {
      for (const listener of listening.get(channel) ?? []) listener(event);
    },
    /** How many listen. */
    count: (channel: string) => listening.get(channel)?.size ?? 0,
    listen: (channel: string, first: readonly unknown[] = []): AsyncIterableIterator<unknown> => {
      const waiting = [...first];
      let wake = () => {};
      let isOver = false;
      const listener = (event: unknown) => {
        waiting.push(event);
        wake();
      };
      const all = listening.get(channel) ?? new Set();
      listening.set(channel, all.add(listener));
      const iterator: AsyncIterableIterator<unknown> = {
        next: async () => {
          while (waiting.length === 0 && !isOver) {
            await new Promise<void>((resolve) => (wake = resolve));
          }
          const value = waiting.shift();
          if (value === 'end' || value === undefined) {
            all.delete(listener);
            return { done: true, value: undefined };
          }
          return { done: false, value };
        },
        return: async () => {
          isOver = true;
          all.delete(listener);
          wake();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]: () => iterator,
      };
      return iterator;
    },
  };
}

export type Instance = {
  readonly url: string;
  /** Headers of each request for a stream. */
  readonly streams: IncomingMessage['headers'][];
  /** Ends every connection, as a process that is killed does. */
  kill: () => Promise<void>;
};

/** An instance of a subgraph that serves subscriptions by graphql-sse, and all else as plain JSON. */
export async function startInstance(sdl: string, resolvers: object): Promise<Instance> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }] as Parameters<
    typeof buildSubgraphSchema
  >[0]);
  const stream = createHandler({
    schema,
    context: (request) => ({ headers: request.raw.headers }),
  });
  const streams: IncomingMessage['headers'][] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.accept === 'text/event-stream') {
      streams.push(request.headers);
      return stream(request, response);
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const { query, variables } = JSON.parse(text);
    const result = await graphql({ schema, source: query, variableValues: variables });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result));
  }

  const server: Server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    streams,
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
