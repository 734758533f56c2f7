import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageOf, profileClock, readProfile, shares } from './cpu-profile.ts';
import { table } from './figures.ts';
import { drive } from './load.ts';
import { startOurs } from './subgraph/servers.ts';
import type { Workload } from './subgraph/workloads.ts';

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
    const from = profileClock();
    for (const { bodies, share } of asked) await drive(server.target, bodies, REQUESTS * share);
    const to = profileClock();
    await server.stop();
    const rows = shares(await readProfile(folder), { from, to }, (frame) => packageOf(frame, part))
      .slice(0, 14)
      .map(({ what, percent }) => [what, percent.toFixed(1)]);
    return `Where our CPU goes, percent of busy time, all workloads\n\n${table(rows)}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The part of ours that a file belongs to. */
const part = (url: string): string | undefined => /\/(platform|subgraphs\/\w+)\/src/.exec(url)?.[1];
