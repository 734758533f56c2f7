import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FileTree } from '../source/file-tree.ts';

const CONFIGURATION = ['buf.yaml', 'buf.lock'];

/**
 * The text of a buf module's files by their path within it; null where there is no buf.yaml.
 * Dependencies on other modules come from buf's own cache, as its buf.lock says.
 */
export function moduleFiles(tree: FileTree, module: string): Map<string, string> | null {
  const files = new Map<string, string>();
  const own = [
    ...CONFIGURATION.map((name) => path.posix.join(module, name)),
    ...tree.glob(path.posix.join(module, '**/*.proto')),
  ];
  for (const file of own) {
    const text = tree.read(file);
    if (text !== null) files.set(path.posix.relative(module, file), text);
  }
  return files.has('buf.yaml') ? files : null;
}

/** Writes files below a folder, for a program that only reads disks. */
export function materialize(files: ReadonlyMap<string, string>, folder: string): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

export const isSame = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): boolean => one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
