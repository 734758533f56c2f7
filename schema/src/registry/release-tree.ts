import path from 'node:path';
import type { FileTree } from '../source/file-tree.ts';

/** The files of a release, which are all in memory. */
export function releaseTree(name: string, files: ReadonlyMap<string, string>): FileTree {
  const names = [...files.keys()].sort();
  return {
    name,
    read: (file) => files.get(path.posix.normalize(file)) ?? null,
    glob: (pattern) => names.filter((file) => path.matchesGlob(file, pattern)),
  };
}
