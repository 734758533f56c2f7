import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Target, target } from '../load.ts';
import { freePort } from '../ports.ts';

export type Server = { name: string; pid: number; target: Target; stop: () => Promise<void> };

const ROOT = path.resolve(import.meta.dirname, '../../..');
const START_DEADLINE_MS = 30_000;

export const SCHEMA = path.join(ROOT, 'subgraphs/products/schema.graphql');

/** Our products service as `npm start` runs it; it migrates the database, and fills it when empty. */
export async function startOurs(
  databaseUrl: string,
  seedFile: string,
  nodeFlags: readonly string[] = [],
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeFlags, 'subgraphs/products/src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      RPC_PORT: '0',
      DATABASE_URL: databaseUrl,
      BUS_URL: databaseUrl,
      SEED_FILE: seedFile,
      JWKS_URL: 'http://127.0.0.1:9/unused',
      LOG_LEVEL: 'warn',
    },
  });
  return ready('souk', child, port);
}

/** A server of this folder: `plain.ts` or `raw.ts`. */
export async function startPeer(name: string, file: string, databaseUrl: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, file), databaseUrl, String(port), SCHEMA],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  return ready(name, child, port);
}

async function ready(name: string, child: ChildProcess, port: number): Promise<Server> {
  const to = target(`http://127.0.0.1:${port}`);
  const until = Date.now() + START_DEADLINE_MS;
  const probe = JSON.stringify({ query: '{ __typename }', variables: { first: 1 } });
  while (
    !(await to.send(probe).then(
      () => true,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${name} did not start`);
    await sleep(50);
  }
  return {
    name,
    pid: child.pid ?? 0,
    target: to,
    stop: async () => {
      await to.close();
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
