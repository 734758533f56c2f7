import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** A package of its own: 600 MB, which no other benchmark needs. */
const FOLDER = path.resolve(import.meta.dirname, '../../../peers');

/** The path of something that is installed with the peers. */
export const inPeers = (...names: readonly string[]): string => path.join(FOLDER, ...names);

/** Installs the peers unless they are as the lockfile has them. Throws where npm fails. */
export function installPeers(): void {
  const installedAt = modifiedAt('node_modules/.package-lock.json');
  if (installedAt !== null && installedAt >= (modifiedAt('package-lock.json') ?? 0)) return;
  process.stderr.write('Installing the peers, once: 600 MB, which takes some minutes …\n');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`npm could not install ${FOLDER}: see above`);
}

function modifiedAt(name: string): number | null {
  return statSync(inPeers(name), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
