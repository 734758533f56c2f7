import path from 'node:path';
import { SUBGRAPHS } from '../graph/schemas.ts';
import { cannedPorts, NODE_FLAGS, type Peer, PRODUCTION } from './peer.ts';

/**
 * The limit: a server written by hand for these operations (`limit/`). It makes the same fetches, on
 * raw keep-alive sockets, pipelined, and knows nothing of GraphQL: no parsing, validating, planning,
 * coercing, completing; no errors, deadlines, headers or identity.
 */
export const limit: Peer = {
  key: 'limit',
  name: 'limit',
  caches: false,
  start: (around) => ({
    command: process.execPath,
    args: [
      ...NODE_FLAGS,
      path.resolve(import.meta.dirname, '../limit/server.ts'),
      String(around.port),
      ...SUBGRAPHS.map((name) => `http://127.0.0.1:${cannedPorts(around)[name]}/graphql`),
    ],
    env: PRODUCTION,
  }),
};
