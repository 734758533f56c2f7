import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export type Frame = { functionName: string; scriptId: string; url: string; lineNumber: number };

/** What `node --cpu-prof` writes: V8's profile. Times are microseconds of a monotonic clock. */
export type CpuProfile = {
  nodes: { id: number; callFrame: Frame }[];
  samples: number[];
  timeDeltas: number[];
  startTime: number;
};

/** The one profile that a process left in a folder. */
export async function readProfile(folder: string): Promise<CpuProfile> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error('the process left no profile');
  return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as CpuProfile;
}

/** Now, on the clock of profiles. */
export const profileClock = (): number => Number(process.hrtime.bigint() / 1_000n);

/**
 * Busy time between two moments by whatever `of` makes of a frame, in percent, most first. What is
 * before and after is of the start and the end, and does not count.
 */
export function shares(
  { nodes, samples, timeDeltas, startTime }: CpuProfile,
  between: { from: number; to: number },
  of: (frame: Frame) => string,
): { what: string; percent: number }[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, of(callFrame)]));
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const busy = new Map<string, number>();
  let at = startTime;
  samples.forEach((id, index) => {
    const spent = timeDeltas[index] ?? 0;
    at += spent;
    const name = names.get(id) ?? 'unknown';
    if (at >= between.from && at <= between.to && !idle.has(id)) {
      busy.set(name, (busy.get(name) ?? 0) + spent);
    }
  });
  const total = [...busy.values()].reduce((a, b) => a + b, 0);
  return [...busy]
    .sort(([, a], [, b]) => b - a)
    .map(([what, time]) => ({ what, percent: (time * 100) / total }));
}

/** The npm package of a frame, or `own` of its file, or V8's own bookkeeping. */
export function packageOf(
  { functionName, scriptId, url }: Frame,
  own: (url: string) => string | undefined,
): string {
  if (url === '' && scriptId !== '0') return 'code made at run time';
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8 builtins';
  if (url.startsWith('node:')) return 'node';
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return inPackage ?? own(url) ?? 'other';
}
