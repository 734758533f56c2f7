import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { table } from './figures.ts';
import { drive } from './load.ts';
import { startOurs } from './subgraph/servers.ts';
import type { Workload } from './subgraph/workloads.ts';

type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
  /** Microseconds of the system's monotonic clock. */
  startTime: number;
};

const REQUESTS = 1_000;

/** Where the CPU of our server goes, in percent of its busy time, by package. */
export async function profileOurs(
  databaseUrl: string,
  seedFile: string,
  asked: readonly Workload[],
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'souk-profile-'));
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
    const server = await startOurs(databaseUrl, seedFile, flags);
    const from = Number(process.hrtime.bigint() / 1_000n);
    for (const { bodies, share } of asked) await drive(server.target, bodies, REQUESTS * share);
    await server.stop();
    const [file = ''] = await readdir(folder);
    const profile = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as CpuProfile;
    return `Where our CPU goes, percent of busy time, all workloads\n\n${table(shares(profile, from))}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Samples from before the load are of the start, and do not count. */
function shares(profile: CpuProfile, from: number): string[][] {
  const { nodes, samples, timeDeltas } = profile;
  const placeOf = new Map(nodes.map(({ id, callFrame }) => [id, place(callFrame)]));
  const busy = new Map<string, number>();
  let at = profile.startTime;
  samples.forEach((id, index) => {
    const spent = timeDeltas[index] ?? 0;
    at += spent;
    const where = placeOf.get(id) ?? 'unknown';
    if (at >= from && where !== '(idle)') busy.set(where, (busy.get(where) ?? 0) + spent);
  });
  const total = [...busy.values()].reduce((a, b) => a + b, 0);
  return [...busy]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 14)
    .map(([where, time]) => [where, ((time * 100) / total).toFixed(1)]);
}

/** The npm package of a frame, or the part of ours, or V8's own bookkeeping. */
function place({ functionName, url }: { functionName: string; url: string }): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'V8 builtins';
  if (url.startsWith('node:')) return 'node';
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  return /\/(platform|subgraphs\/\w+)\/src/.exec(url)?.[1] ?? 'other';
}
