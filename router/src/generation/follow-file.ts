import { statSync } from 'node:fs';

const POLL_MS = 500;

/**
 * Follows a file from now on: call it before the file is read, or what changes in between is missed.
 * What it gives calls `changed` after each change, also when the file goes away.
 */
export function followFile(file: string): (changed: () => void) => { close: () => void } {
  let last = stampOf(file);
  return (changed) => {
    const timer = setInterval(() => {
      const stamp = stampOf(file);
      if (stamp === last) return;
      last = stamp;
      changed();
    }, POLL_MS).unref();
    return { close: () => clearInterval(timer) };
  };
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 'none' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
