import type { SelectionTree } from './selection-tree.ts';

/** What a fetch writes, and where. */
export type Writes = { readonly path: readonly string[]; readonly brings: SelectionTree };

/**
 * Whether a fetch merges into the value that stands at a key of the objects at `path`. Not so one
 * that is for objects below it: it finds the same in each of those who share them.
 */
export function writesAt(
  { path: own, brings }: Writes,
  path: readonly string[],
  key: string,
): boolean {
  const target = own.filter((step) => step !== '@');
  const place = [...path.filter((step) => step !== '@'), key];
  if (target.length >= place.length || !target.every((step, i) => step === place[i])) return false;
  let tree: SelectionTree | null | undefined = brings;
  for (const step of place.slice(target.length)) tree = tree?.get(step);
  return tree !== undefined;
}
