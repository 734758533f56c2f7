import { type FSWatcher, statSync, watch } from 'node:fs';
import path from 'node:path';

/** Where the system tells of no changes, such as on network drives, they are seen this much later. */
const POLL_MS = 1_000;

/**
 * Resolves `changed` once one of the files is written, replaced, taken away or comes into being, or
 * the signal is aborted. Folders are watched, because editors put a new file in place of the old one.
 */
export function watchFiles(
  root: string,
  files: readonly string[],
  signal: AbortSignal,
): { changed: Promise<void> } & Disposable {
  const { promise: changed, resolve } = Promise.withResolvers<void>();
  const paths = files.map((file) => path.resolve(root, file));
  const before = paths.map(stamp);
  const look = () => {
    if (paths.some((file, index) => stamp(file) !== before[index])) resolve();
  };
  const watchers = [...new Set(paths.map(path.dirname))].flatMap((folder) =>
    watcherOf(folder, look),
  );
  const poll = setInterval(look, POLL_MS);
  const stop = () => resolve();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  return {
    changed,
    [Symbol.dispose]: () => {
      clearInterval(poll);
      signal.removeEventListener('abort', stop);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** None for a folder that is not there: polling sees when it comes. */
function watcherOf(folder: string, look: () => void): FSWatcher[] {
  try {
    return [watch(folder, look).on('error', () => undefined)];
  } catch {
    return [];
  }
}

function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
