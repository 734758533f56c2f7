import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cpuMs } from '../cpu.ts';

/** What one run of `check` took. */
export type Run = {
  /** Wall clock. */
  seconds: number;
  /** User and system, of all its threads. */
  cpuSeconds: number;
  /** Resident at the peak. */
  bytes: number;
  findings: number;
};

/** How often the process is looked at; what it grows in its last moments is missed. */
const EVERY_MS = 20;

/** Runs `check` in a repository, as people do. Throws where it could not say what it found. */
export async function runCheck(root: string, cwd: string, base: string): Promise<Run> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(root, 'schema/src/main.ts'), 'check', '--base', base, '--format', 'json'],
    { cwd, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let [bytes, cpu] = [0, 0];
  const watch = setInterval(() => {
    const { pid } = child;
    if (pid === undefined) return;
    try {
      bytes = Math.max(bytes, peakOf(pid));
      cpu = cpuMs(pid);
    } catch {
      // It has just ended.
    }
  }, EVERY_MS);
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  if (code !== 0 && code !== 1) throw new Error(`check ended with ${code} in ${cwd}`);
  const { findings } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { findings: unknown[] };
  return { seconds, cpuSeconds: cpu / 1_000, bytes, findings: findings.length };
}

/** Source: proc(5), VmHWM of status. */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024;
}
