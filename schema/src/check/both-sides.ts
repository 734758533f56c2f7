import { composedAhead } from '../composition/composed-ahead.ts';
import type { SubgraphSource } from '../composition/supergraph-config.ts';
import { type Side, sideOf } from './side.ts';

/** Characters of SDL from which composing takes longer than starting a thread for it. */
const LARGE = 300_000;

/**
 * Two sides of the same repository, made so that nothing is composed twice: where the subgraphs are
 * the same, the proposal is what the base is; where they are large, the base composes on another
 * thread while the proposal does on this one.
 */
export function bothSides(base: Side, head: Side): { base: Side; head: Side } {
  const [before, after] = [base.subgraphs, head.subgraphs];
  if (areSame(before, after)) return { base, head: { ...base, tree: head.tree } };
  if (sizeOf(before) < LARGE) return { base, head };
  return { base: sideOf(base.tree, before, composedAhead(before)), head };
}

const areSame = (some: readonly SubgraphSource[], others: readonly SubgraphSource[]): boolean =>
  some.length === others.length &&
  some.every(({ name, url, file, sdl }, index) => {
    const other = others[index];
    return name === other?.name && url === other.url && file === other.file && sdl === other.sdl;
  });

const sizeOf = (subgraphs: readonly SubgraphSource[]): number =>
  subgraphs.reduce((sum, { sdl }) => sum + sdl.length, 0);
