import path from 'node:path';
import { packageOf, profileClock, readProfile, shares } from '../cpu-profile.ts';
import { table } from '../figures.ts';
import type { Load } from './helper-process.ts';
import type { Around, Peer } from './peers/peer.ts';
import { startServer } from './server.ts';

const WARM_UP = 0.5;
const ROOMS = 16;
const FUNCTIONS = 25;

/**
 * Where the CPU of our router goes for one workload, in percent of its busy time: by package or room,
 * then by function, self time only.
 */
export async function profileOurs(
  peer: Peer,
  workload: string,
  around: Omit<Around, 'port'>,
  { load, requests, concurrency }: { load: Load; requests: number; concurrency: number },
): Promise<string> {
  const folder = path.join(around.folder, `profile-${workload}`);
  const server = await startServer(profiled(peer, folder), around);
  const drive = (from: number, count: number) =>
    load.drive({ port: server.port, workload, from, requests: count, concurrency });
  await drive(0, Math.round(requests * WARM_UP));
  const cpuBefore = server.cpuMs();
  const from = profileClock();
  const { wrong } = await drive(0, requests);
  const to = profileClock();
  const each = (server.cpuMs() - cpuBefore) / requests;
  await server.stop();
  if (wrong !== null) throw new Error(wrong);
  const profile = await readProfile(folder);
  const rooms = shares(profile, { from, to }, (frame) => packageOf(frame, room));
  const functions = shares(profile, { from, to }, (frame) => {
    const where = packageOf(frame, room);
    const file = path.basename(frame.url);
    return `${where} ${frame.functionName || '(anonymous)'}${file === '' ? '' : ` ${file}:${frame.lineNumber + 1}`}`;
  });
  return [
    `${workload}: ${each.toFixed(3)} ms for each request with the profiler on; percent of busy time`,
    table(rooms.slice(0, ROOMS).map(({ what, percent }) => [what, percent.toFixed(1)])),
    table(functions.slice(0, FUNCTIONS).map(({ what, percent }) => [what, percent.toFixed(1)])),
  ].join('\n\n');
}

/** A Node server with V8's profiler on. */
const profiled = (peer: Peer, folder: string): Peer => ({
  ...peer,
  key: 'profiled',
  start: async (around) => {
    const command = await peer.start(around);
    return {
      ...command,
      args: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500', ...command.args],
    };
  },
});

const room = (url: string): string | undefined =>
  /\/(platform|router\/src\/\w+(?:\/lean)?)/.exec(url)?.[1]?.replace('/src', '');
