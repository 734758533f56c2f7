import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { kill, pid as ownPid } from 'node:process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { StackError } from '../failures.ts';

const run = promisify(execFile);
const Holder = z.object({ pid: z.int().positive(), portOffset: z.int() });

/** The stack that runs on a data directory. */
export type Holder = z.output<typeof Holder>;

/**
 * Claims the data directory for this process. A lock whose process is gone is taken over;
 * `tookOver` says so. Throws StackError where a stack is running.
 */
export async function takeLock(
  file: string,
  portOffset: number,
): Promise<{ tookOver: boolean; release: () => void }> {
  const claim = () =>
    writeFileSync(file, JSON.stringify({ pid: ownPid, portOffset }), { flag: 'wx', mode: 0o600 });
  const release = () => rmSync(file, { force: true });
  try {
    claim();
    return { tookOver: false, release };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const holder = await runningStack(file);
  if (holder !== null) {
    throw new StackError(
      `Another stack is running on this data directory (process ${holder.pid}).`,
      'Stop it with Ctrl-C there, or run a second one: SOUK_PORT_OFFSET=1000 SOUK_DATA_DIR=.data-2 npm start',
    );
  }
  release();
  claim();
  return { tookOver: true, release };
}

/** Who holds the lock and is alive, or null. */
export async function runningStack(file: string): Promise<Holder | null> {
  const holder = readHolder(file);
  if (holder === null || holder.pid === ownPid) return null;
  return (await isStack(holder.pid)) ? holder : null;
}

function readHolder(file: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Process ids are reused, after a reboot above all: the program must be ours too. */
async function isStack(pid: number): Promise<boolean> {
  try {
    kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  const command = await run('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => null);
  return command === null || /stack\/src\/main\.ts/.test(command.stdout);
}
