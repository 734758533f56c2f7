import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Addresses } from '@souk/stack/addresses';
import { isFree } from '@souk/stack/ports';

export type StackProcess = {
  addresses: Addresses;
  /** Time from the start of the program to its word that everything is ready. */
  readyMs: number;
  /** As Ctrl-C does; resolves with the exit code, once it is gone. */
  stop: () => Promise<number | null>;
};

const READY_DEADLINE_MS = 90_000;
const STOP_DEADLINE_MS = 40_000;
const ROOT = path.resolve(import.meta.dirname, '..');

/** Starts `npm start`'s program of a checkout, and waits until everything is ready. */
export async function startStack(options: {
  dataDirectory: string;
  portOffset: number;
  root?: string;
  args?: readonly string[];
}): Promise<StackProcess> {
  const began = Date.now();
  const child = spawn(process.execPath, ['stack/src/main.ts', ...(options.args ?? [])], {
    cwd: options.root ?? ROOT,
    env: {
      ...process.env,
      NO_COLOR: '1',
      SOUK_DATA_DIR: options.dataDirectory,
      SOUK_PORT_OFFSET: String(options.portOffset),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const exited = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (!isGone()) child.kill('SIGINT');
    await Promise.race([exited, sleep(STOP_DEADLINE_MS, undefined, { ref: false })]);
    if (!isGone()) child.kill('SIGKILL');
    return child.exitCode;
  };
  const file = path.join(options.dataDirectory, 'addresses.json');
  while (!existsSync(file)) {
    if (isGone() || Date.now() - began > READY_DEADLINE_MS) {
      await stop();
      throw new Error(`The stack did not come up. It said:\n${said}`);
    }
    await Promise.race([exited, sleep(100)]);
  }
  const addresses = JSON.parse(readFileSync(file, 'utf8')) as Addresses;
  return { addresses, readyMs: Date.now() - began, stop };
}

/** A new folder for a stack's data, which PostgreSQL's own user may enter. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-e2e-'));
  await chmod(folder, 0o755);
  return folder;
}

/** An offset at which a stack finds its ports free. */
export async function freeOffset(): Promise<number> {
  const bases = [
    4000, 4101, 4102, 4103, 4104, 4105, 4106, 4400, 4500, 5101, 5102, 5103, 5104, 5105,
  ];
  for (let attempt = 0; attempt < 50; attempt += 1) {
    // Above the last port that fetch refuses, below those that the system gives to outgoing connections.
    const offset = 7_000 + Math.floor(Math.random() * 19_000);
    const free = await Promise.all(bases.map((base) => isFree(base + offset)));
    if (free.every(Boolean)) return offset;
  }
  throw new Error('no free range of ports');
}
