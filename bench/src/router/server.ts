import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import type { Around, Peer } from './peers/peer.ts';
import { treeCpuMs } from './tree-cpu.ts';
import type { Request } from './workloads.ts';

/** A peer that runs, alone on its core but for those that wait for their turn. */
export type Server = {
  readonly key: string;
  readonly name: string;
  readonly caches: boolean;
  readonly port: number;
  /** CPU time so far, milliseconds. */
  readonly cpuMs: () => number;
  readonly ask: (request: Request) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const SERVER_CORE = '0';
/** A query that every graph has, and so has the limit, which answers nothing but what it knows. */
const PROBE: Request = { body: JSON.stringify({ query: '{ __typename }' }) };
const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 5_000;
/** What a server says on its way up, for when it does not arrive. */
const LOG_CHARACTERS = 2_000;

export async function startServer(peer: Peer, around: Omit<Around, 'port'>): Promise<Server> {
  const folder = path.join(around.folder, peer.key);
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const { command, args, env = {}, cwd } = await peer.start({ ...around, folder, port });
  const child = spawn('taskset', ['-c', SERVER_CORE, command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    cwd: cwd ?? process.cwd(),
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-LOG_CHARACTERS);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const pid = child.pid ?? 0;
  const ask = (request: Request) => post(port, request);
  try {
    await untilItAnswers(child, ask);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${peer.name} did not start: ${(error as Error).message}\n${said}`);
  }
  return {
    key: peer.key,
    name: peer.name,
    caches: peer.caches,
    port,
    cpuMs: () => treeCpuMs(pid),
    ask,
    stop: () => stop(child),
  };
}

async function untilItAnswers(child: ChildProcess, ask: Server['ask']): Promise<void> {
  const until = Date.now() + START_DEADLINE_MS;
  for (;;) {
    const fault = await ask(PROBE).then(
      () => null,
      (error: Error) => error,
    );
    if (fault === null) return;
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    if (Date.now() > until) throw fault;
    await sleep(100);
  }
}

async function post(port: number, { body, authorization }: Request): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status}: ${text.slice(0, 300)}`);
  return text.trim();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await exited;
  clearTimeout(patience);
}
