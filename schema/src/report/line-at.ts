import type { FileTree } from '../source/file-tree.ts';
import { linesOf } from './excerpt.ts';
import type { Place } from './finding.ts';

/** The line of source at a place, by the trees of the proposal and of the base; each file read once. */
export function linesIn(head: FileTree, base: FileTree): (place: Place) => string | null {
  const files = new Map<string, string[]>();
  return ({ file, line, in: side }) => {
    const name = `${side ?? 'head'}:${file}`;
    const lines = files.get(name) ?? linesOf((side === 'base' ? base : head).read(file) ?? '');
    files.set(name, lines);
    return lines[line - 1] ?? null;
  };
}
