import path from 'node:path';
import { NODE_FLAGS, type Peer, PRODUCTION } from './peer.ts';

/**
 * @apollo/gateway 2.14.4 behind Apollo Server 5.5.1 standalone, with their defaults; telemetry off.
 * It keeps query plans and parsed operations, and neither keeps nor shares answers.
 */
export const stock: Peer = {
  key: 'stock',
  name: 'stock',
  caches: false,
  start: ({ supergraphFile, port }) => ({
    command: process.execPath,
    args: [
      ...NODE_FLAGS,
      path.join(import.meta.dirname, 'stock-server.ts'),
      supergraphFile,
      String(port),
    ],
    env: PRODUCTION,
  }),
};
