import type { Path } from '../errors/subgraph-error.ts';
import type { Data } from './merge.ts';

/** A place in the answer: a link to the place above it, so that paths cost nothing until read. */
export type Place = { readonly above: Place | null; readonly key: string | number };

/** An object of the answer that a fetch is for. */
export type Target = { readonly value: Data; readonly place: Place | null };

/** The response path of a place. */
export function pathOf(place: Place | null): Path {
  const path: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) path.push(at.key);
  return path.reverse();
}

/** All objects below the given ones at a flatten path, where `@` stands for every item of a list. */
export function descend(targets: readonly Target[], path: readonly string[]): Target[] {
  const found: Target[] = [];
  for (const { value, place } of targets) collect(value, place, path, 0, found);
  return found;
}

function collect(
  value: unknown,
  place: Place | null,
  path: readonly string[],
  at: number,
  found: Target[],
): void {
  if (typeof value !== 'object' || value === null) return;
  const step = path[at];
  if (Array.isArray(value)) {
    const next = step === '@' ? at + 1 : at;
    value.forEach((item, key) => {
      collect(item, { above: place, key }, path, next, found);
    });
  } else if (step === undefined) {
    found.push({ value: value as Data, place });
  } else if (Object.hasOwn(value, step)) {
    collect((value as Data)[step], { above: place, key: step }, path, at + 1, found);
  }
}
