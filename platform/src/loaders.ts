import DataLoader from 'dataloader';

/** A per-request loader over one batch query: one row or null for each key, in sequence. */
export function rowLoader<Key extends string, Row>(
  batch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(async (keys: readonly Key[]) => {
    const rows = new Map<Key, Row>();
    for (const row of await batch(keys)) rows.set(keyOf(row), row);
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** The same for one-to-many: every key has a list, empty where nothing belongs to it. */
export function listLoader<Key extends string, Row>(
  batch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row[]> {
  return new DataLoader(async (keys: readonly Key[]) => {
    const lists = new Map<Key, Row[]>();
    for (const row of await batch(keys)) {
      const list = lists.get(keyOf(row));
      if (list === undefined) lists.set(keyOf(row), [row]);
      else list.push(row);
    }
    return keys.map((key) => lists.get(key) ?? []);
  });
}
