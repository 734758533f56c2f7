import { readdirSync, readFileSync } from 'node:fs';
import { cpuMs } from '../cpu.ts';

/** CPU time of a process and of all that it started and that still runs, milliseconds. */
export function treeCpuMs(pid: number): number {
  return cpuMs(pid) + childrenOf(pid).reduce((sum, child) => sum + treeCpuMs(child), 0);
}

/** Source: proc(5), /proc/PID/task/TID/children. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
      .split(' ')
      .filter((child) => child.trim() !== '')
      .map(Number),
  );
}
