import path from 'node:path';
import type { FileTree } from './file-tree.ts';

/** A tree in which some files are others. */
export function overlaidTree(tree: FileTree, files: ReadonlyMap<string, string>): FileTree {
  return {
    name: tree.name,
    read: (file) => files.get(path.posix.normalize(file)) ?? tree.read(file),
    glob: (pattern) => {
      const added = [...files.keys()].filter((file) => path.matchesGlob(file, pattern));
      return [...new Set([...tree.glob(pattern), ...added])].sort();
    },
  };
}
