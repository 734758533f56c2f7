import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Layout } from '../data/layout.ts';
import type { Running } from '../processes/launch.ts';
import { initialise, isInitialised, startCluster } from './cluster.ts';
import { stopLeftover } from './leftover.ts';
import { settings } from './settings.ts';

const STOP_DEADLINE_MS = 20_000;

type Where = { layout: Layout; port: number; password: string };

/** Creates the cluster where there is none; the directory gets its name when it is complete. */
export async function ensureCluster({ layout, password }: Where): Promise<void> {
  if (existsSync(layout.postgres)) return;
  const directory = layout.postgresDraft;
  await initialise({ directory, password, logFile: layout.logOf('postgres'), sync: true });
  await rename(directory, layout.postgres);
}

/** Starts the server as something that can be supervised. Throws PostgresFailed. */
export async function launchCluster({ layout, port, password }: Where): Promise<Running> {
  if (isInitialised(layout.postgres)) await stopLeftover(layout.postgres);
  const cluster = await startCluster({
    directory: layout.postgres,
    port,
    password,
    logFile: layout.logOf('postgres'),
    settings,
  });
  return {
    pid: cluster.pid,
    exited: cluster.exited.then(() => 'see its log'),
    stop: () => void cluster.stop(STOP_DEADLINE_MS),
    kill: cluster.kill,
  };
}
