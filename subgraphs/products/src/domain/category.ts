import { AppError } from '@souk/platform/errors';
import { z } from 'zod';
import { type Localized, localized } from './localized.ts';
import { Slug } from './product.ts';

export type Category = {
  id: string;
  slug: string;
  parentId: string | null;
  position: number;
  name: Localized;
  description: Localized;
};

export const NewCategory = z.object({
  slug: Slug,
  parentId: z.uuid().nullish(),
  position: z.int().min(0).max(10_000).default(0),
  name: localized(120),
  description: localized(1_000),
});

/** What a tree needs to know of its nodes. */
export type Node = { id: string; parentId: string | null };

/** The chain above a node, root first. Ends at a parent that is not in the list. */
export function ancestors<N extends Node>(nodes: ReadonlyMap<string, N>, id: string): N[] {
  const chain: N[] = [];
  let parentId = nodes.get(id)?.parentId ?? null;
  while (parentId !== null) {
    const parent = nodes.get(parentId);
    if (parent === undefined || chain.includes(parent)) break;
    chain.unshift(parent);
    parentId = parent.parentId;
  }
  return chain;
}

/** Every node right after its parent and before its parent's next child; siblings keep their order. */
export function depthFirst<N extends Node>(
  nodes: readonly N[],
  parentId: string | null = null,
): N[] {
  return nodes
    .filter((node) => node.parentId === parentId)
    .flatMap((node) => [node, ...depthFirst(nodes, node.id)]);
}

/** For every node, how many there are in it and in all below it. */
export function rollUp(
  nodes: ReadonlyMap<string, Node>,
  own: ReadonlyMap<string, number>,
): Map<string, number> {
  const totals = new Map(own);
  for (const [id, count] of own) {
    for (const { id: above } of ancestors(nodes, id)) {
      totals.set(above, (totals.get(above) ?? 0) + count);
    }
  }
  return totals;
}

/** Throws BAD_USER_INPUT when the new parent is the node itself or lies below it. */
export function assertNoCycle(
  nodes: ReadonlyMap<string, Node>,
  id: string,
  parentId: string | null,
): void {
  if (parentId === null) return;
  const above = ancestors(nodes, parentId).some((each) => each.id === id);
  if (parentId === id || above) {
    throw new AppError('BAD_USER_INPUT', 'A category cannot lie inside itself.', {
      argument: 'parentId',
    });
  }
}
