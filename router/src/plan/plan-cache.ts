/** A bounded map that forgets what was used least recently. */
export type PlanCache<V> = {
  get: (key: string) => V | undefined;
  set: (key: string, value: V) => void;
  /** Most recently used first. */
  recent: (count: number) => V[];
};

export function planCache<V>(max: number): PlanCache<V> {
  const entries = new Map<string, V>();
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value !== undefined) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      for (const oldest of entries.keys()) {
        if (entries.size <= max) break;
        entries.delete(oldest);
      }
    },
    recent: (count) => [...entries.values()].slice(-count).reverse(),
  };
}
