import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { Io } from '../command.ts';
import { readSource } from './sources.ts';

test('a router that cannot be reached is told with why', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  const io = { env: {}, signal: new AbortController().signal } as unknown as Io;
  await expect(readSource(`http://127.0.0.1:${port}/usage`, io)).rejects.toThrow(
    /\/usage cannot be read: connect ECONNREFUSED/,
  );
});
