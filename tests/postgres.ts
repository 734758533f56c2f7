import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initialise, startCluster } from '@souk/stack/postgres/cluster';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's connection string to the one PostgreSQL that all integration tests share. */
    postgresUrl: string;
  }
}

/** Starts one throw-away PostgreSQL for all `*.int.test.ts` files; durability is off for speed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-test-'));
  await chmod(folder, 0o755);
  const options = {
    directory: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    password: randomBytes(12).toString('hex'),
  };
  await initialise({ ...options, sync: false });
  const cluster = await startCluster({
    ...options,
    port: await freePort(),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 300,
      shared_buffers: '64MB',
      log_min_messages: 'fatal',
      autovacuum: 'off',
    },
  });
  project.provide('postgresUrl', cluster.adminUrl('postgres'));
  return async () => {
    await cluster.stop(2_000);
    await rm(folder, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return address.port;
}
