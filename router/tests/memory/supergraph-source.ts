import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves a supergraph that is another one whenever the test says so. */
export type SupergraphSource = {
  /** Begins to serve; gives the address. */
  serve: (sdl: string) => Promise<string>;
  /** Changes it, and resolves once a router has come for it and then come again. */
  change: () => Promise<void>;
  close: () => void;
};

export function supergraphSource(): SupergraphSource {
  let version = 0;
  let sdl = '';
  let told: (() => void) | null = null;
  const server = createServer((request, response) => {
    const etag = `"${version}"`;
    if (request.headers['if-none-match'] === etag) {
      // It comes again only after it has built and warmed what it got.
      told?.();
      response.writeHead(304).end();
      return;
    }
    // The names of what is not asked for differ: the texts, and what is built of them, are others.
    const text = sdl.replaceAll(/\bbroken\b/g, `broken${version}`);
    response.writeHead(200, { etag }).end(text);
  });
  return {
    serve: async (first) => {
      sdl = first;
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
    change: () =>
      new Promise((resolve) => {
        version += 1;
        told = resolve;
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
