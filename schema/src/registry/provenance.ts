import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { FileTree } from '../source/file-tree.ts';

export type Provenance = { version: string | null; commit: string | null; dirty: boolean };

/**
 * Where a file of the working tree comes from: the version of the nearest package.json that has one,
 * and the last commit that touched that package's folder. Outside of git there is no commit.
 */
export function provenances(root: string, tree: FileTree): (file: string) => Provenance {
  const changed = changedFiles(root);
  return (file) => {
    const { folder, version } = packageOf(tree, file);
    const commit = git(root, 'log', '-1', '--format=%H', '--', folder === '' ? '.' : folder);
    const isIn = (each: string) => folder === '' || each.startsWith(`${folder}/`);
    return { version, commit: commit?.trim() || null, dirty: changed.some(isIn) };
  };
}

function packageOf(tree: FileTree, file: string): { folder: string; version: string | null } {
  const own = folderOf(file);
  for (let folder = own; ; folder = folderOf(folder)) {
    const version = versionIn(tree.read(path.posix.join(folder, 'package.json')));
    if (version !== null) return { folder, version };
    // The whole repository's version and commits are not those of one subgraph.
    if (folder === '') return { folder: own, version: null };
  }
}

function versionIn(text: string | null): string | null {
  if (text === null) return null;
  try {
    const { version } = JSON.parse(text) as { version?: unknown };
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

function folderOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' || folder === '/' || folder.startsWith('..') ? '' : folder;
}

/** Files that differ from the last commit, those that git does not know among them. */
function changedFiles(root: string): string[] {
  const prefix = git(root, 'rev-parse', '--show-prefix')?.trim() ?? '';
  const status = git(root, 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--', '.');
  return (status ?? '')
    .split('\0')
    .map((line) => line.slice(3))
    .filter((file) => file.startsWith(prefix))
    .map((file) => file.slice(prefix.length));
}

function git(root: string, ...args: string[]): string | null {
  try {
    return execFileSync('git', args, {
      ...{ cwd: root, encoding: 'utf8', maxBuffer: 64 * 1_048_576 },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}
