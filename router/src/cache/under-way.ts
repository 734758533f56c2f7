/** Entries that are being fetched, so that others wait for them instead of fetching the same. */
export type UnderWay = {
  /** Settles when all of these that are under way have landed; null where none is. */
  readonly of: (keys: readonly string[]) => Promise<unknown> | null;
  /** Says that they are being fetched. What it gives has to be called when that has ended. */
  readonly lead: (keys: readonly string[]) => () => void;
};

export function underWay(): UnderWay {
  const flights = new Map<string, Promise<void>>();
  return {
    of: (keys) => {
      const found = new Set(keys.flatMap((key) => flights.get(key) ?? []));
      return found.size === 0 ? null : Promise.all(found);
    },
    lead: (keys) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      for (const key of keys) flights.set(key, promise);
      return () => {
        for (const key of keys) if (flights.get(key) === promise) flights.delete(key);
        resolve();
      };
    },
  };
}
