/** One field of a thing, before and after; the values are JSON. */
export type Change = { field: string; before: unknown; after: unknown };

export type ProductChange = {
  id: string;
  productId: string;
  version: number;
  action: 'CREATED' | 'EDITED' | 'PUBLISHED' | 'ARCHIVED' | 'VARIANT_ADDED' | 'PRICED';
  actorId: string;
  changedAt: string;
  changes: Change[];
};

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';

/** What `edit` really changes; a field that is left out or already so is none. */
export const changesOf = (before: object, edit: object): Change[] =>
  Object.entries(edit).flatMap(([field, after]) => {
    const old: unknown = (before as Record<string, unknown>)[field];
    return after === undefined || canonical(old) === canonical(after)
      ? []
      : [{ field, before: old ?? null, after }];
  });
