import { execFile } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { kill } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DEADLINE_MS = 10_000;

/**
 * Stops a server that an earlier stack left running on `directory`, which happens when that stack
 * was killed. Only a postgres whose own command line names this directory is touched: process ids
 * are reused. True where one was stopped.
 */
export async function stopLeftover(directory: string): Promise<boolean> {
  const file = path.join(directory, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null) return false;
  const [pid = Number.NaN, written = ''] = parsePidFile(content);
  if (!(await isServerOf(pid, directory, written))) {
    // The pid may belong to anything by now, and PostgreSQL would refuse to start because of it.
    await rm(file, { force: true });
    return false;
  }
  kill(pid, 'SIGINT');
  const until = Date.now() + DEADLINE_MS;
  while (isAlive(pid) && Date.now() < until) await sleep(50);
  if (isAlive(pid)) kill(pid, 'SIGQUIT');
  while (isAlive(pid) && Date.now() < until + DEADLINE_MS) await sleep(50);
  return true;
}

/** Process id and data directory, the first two lines of postmaster.pid. */
function parsePidFile(content: string): [number, string] {
  const [pid = '', directory = ''] = content.split('\n');
  return [Number(pid), directory.trim()];
}

async function isServerOf(pid: number, directory: string, written: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return false;
  const [here, there] = await Promise.all([realpath(directory), realpath(written).catch(() => '')]);
  if (here !== there) return false;
  const { stdout } = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres') && stdout.includes(directory);
}

function isAlive(pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
