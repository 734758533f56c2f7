import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
  type Query { now: Int! }
  type Subscription { tick(channel: String!): Int! }`;

export type TickSubgraph = {
  readonly supergraph: string;
  /** Streams that the router has open here. */
  readonly open: () => number;
  /** One event on every stream. */
  readonly tell: (n: number) => void;
  readonly close: () => void;
};

/** A subgraph that only streams, by GraphQL over SSE, and costs next to nothing. */
export async function tickSubgraph(): Promise<TickSubgraph> {
  const streams = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    await text(request);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    streams.add(response);
    response.once('close', () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 8_192, resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const { supergraphSdl, errors } = composeServices([{ name: 'ticks', url, typeDefs: parse(SDL) }]);
  if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
  return {
    supergraph: supergraphSdl,
    open: () => streams.size,
    tell: (n) => {
      const event = `event: next\ndata: {"data":{"tick":${n}}}\n\n`;
      for (const stream of streams) stream.write(event);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
