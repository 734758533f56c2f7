import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileTree } from './file-tree.ts';

/** The files as they are on disk. */
export function workingTree(root: string): FileTree {
  return {
    name: 'working tree',
    read: (file) => {
      try {
        return readFileSync(path.resolve(root, file), 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    glob: (pattern) =>
      globSync(pattern, { cwd: root, exclude: (name) => /(^|\/)node_modules$/.test(name) })
        .map((file) => file.split(path.sep).join('/'))
        .sort(),
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EISDIR');
