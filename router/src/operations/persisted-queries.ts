import { LRUCache } from 'lru-cache';

/** Texts that clients have registered by their SHA-256, as Apollo Server keeps them. */
export type PersistedQueries = {
  get: (key: string) => Promise<string | undefined>;
  set: (key: string, text: string) => Promise<void>;
  delete: (key: string) => Promise<boolean>;
  /** Whether the text of a hash is registered. */
  has: (sha256: string) => boolean;
};

/** Apollo Server's prefix of the keys of its cache. */
const PREFIX = 'apq:';

/** Bounded by the length of all texts together, in UTF-16 code units: those used least recently go. */
export function persistedQueries(limits: {
  maxTexts: number;
  maxLength: number;
}): PersistedQueries {
  const texts = new LRUCache<string, string>({
    max: limits.maxTexts,
    maxSize: limits.maxLength,
    sizeCalculation: (text, key) => text.length + key.length,
  });
  const inner = (key: string) => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key);
  return {
    get: async (key) => texts.get(inner(key)),
    set: async (key, text) => void texts.set(inner(key), text),
    delete: async (key) => texts.delete(inner(key)),
    has: (sha256) => texts.get(sha256) !== undefined,
  };
}
