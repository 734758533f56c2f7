import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { type Cluster, initialise, startCluster } from '../../stack/src/postgres/cluster.ts';
import { freePort } from './ports.ts';

export type BenchDatabase = { url: string; pid: number; close: () => Promise<void> };

/** A PostgreSQL of the benchmark's own, empty, with the settings that `npm start` gives it. */
export async function startDatabase(name: string): Promise<BenchDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-bench-'));
  await chmod(folder, 0o755);
  const options = {
    directory: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    password: 'bench',
  };
  await initialise({ ...options, sync: false });
  const cluster: Cluster = await startCluster({
    ...options,
    port: await freePort(),
    settings: { shared_buffers: '128MB', max_connections: 100 },
  });
  const admin = postgres(cluster.adminUrl('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  return {
    url: cluster.adminUrl(name),
    pid: cluster.pid,
    close: async () => {
      await cluster.stop(5_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
