import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inject, vi } from 'vitest';

type Process = { pid: number | null; state: string };

/** What the supervisor knows of a process of the stack, such as orders-1. */
export function processOf(id: string): Process {
  const file = path.join(inject('stack').dataDirectory, 'processes.json');
  const found = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Process>)[id];
  if (found === undefined) throw new Error(`the stack runs no ${id}`);
  return found;
}

/** Kills a process of the stack as a power cut would; the supervisor is not told. */
export function killHard(id: string): void {
  const { pid } = processOf(id);
  if (pid === null) throw new Error(`${id} does not run`);
  process.kill(pid, 'SIGKILL');
}

/** Waits until a killed process has been replaced by one that is ready. */
export async function backAgain(id: string, formerPid: number | null): Promise<void> {
  await vi.waitFor(
    () => {
      const { pid, state } = processOf(id);
      if (pid === formerPid || state !== 'ready') throw new Error(`${id} is ${state}`);
    },
    { timeout: 20_000, interval: 100 },
  );
}
