import { missing } from '../domain/refusal.ts';

/** Stripe's list object: newest first, paged by the id of the neighbour. Throws Refusal. */
export function presentList<T extends { id: string }>(options: {
  url: string;
  /** Oldest first, as they are kept. */
  all: readonly T[];
  page: { limit: number; starting_after?: string | undefined; ending_before?: string | undefined };
  shape: (one: T) => object;
}) {
  const { all, page } = options;
  const newest = all.toReversed();
  const position = (id: string, param: string): number => {
    const index = newest.findIndex((each) => each.id === id);
    if (index < 0) throw missing('object', id, param);
    return index;
  };
  const { limit, starting_after: after, ending_before: before } = page;
  const from = after === undefined ? 0 : position(after, 'starting_after') + 1;
  const to = before === undefined ? newest.length : position(before, 'ending_before');
  const open = newest.slice(from, to);
  const shown = before === undefined ? open.slice(0, limit) : open.slice(-limit);
  return {
    object: 'list',
    url: options.url,
    has_more: open.length > shown.length,
    data: shown.map(options.shape),
  };
}
