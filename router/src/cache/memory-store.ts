import { LRUCache } from 'lru-cache';
import type { CacheStore, TaggedEntry } from './store.ts';

/** What an entry takes besides its characters, roughly; a tag's place in the index included. */
const ENTRY_BYTES = 256;
const TAG_BYTES = 96;

/** Keeps entries in this process, the least recently used one leaving first. */
export function memoryStore(options: {
  maxBytes: number;
  now: () => number;
  onEvicted?: () => void;
}): CacheStore & { readonly size: () => { entries: number; bytes: number } } {
  // Most tags have one entry.
  const byTag = new Map<string, string | Set<string>>();
  const entries = new LRUCache<string, TaggedEntry>({
    maxSize: options.maxBytes,
    maxEntrySize: Math.max(1, Math.floor(options.maxBytes / 10)),
    sizeCalculation: ({ key, text, tags }) =>
      ENTRY_BYTES + 2 * (key.length + text.length) + tags.length * TAG_BYTES,
    dispose: (entry, _, reason) => {
      if (reason === 'set') return;
      forget(entry);
      if (reason === 'evict') options.onEvicted?.();
    },
  });

  function forget({ key, tags }: TaggedEntry): void {
    for (const tag of tags) {
      const keys = byTag.get(tag);
      if (keys === key) byTag.delete(tag);
      if (typeof keys !== 'object') continue;
      keys.delete(key);
      if (keys.size === 0) byTag.delete(tag);
    }
  }

  return {
    get: (keys) =>
      keys.map((key) => {
        const entry = entries.get(key);
        if (entry === undefined || entry.expiresAt > options.now()) return entry;
        entries.delete(key);
        return undefined;
      }),
    set: (added) => {
      for (const entry of added) {
        // Its tags may have been others.
        entries.delete(entry.key);
        entries.set(entry.key, entry);
        if (!entries.has(entry.key)) continue;
        for (const tag of entry.tags) {
          const keys = byTag.get(tag);
          if (keys === undefined) byTag.set(tag, entry.key);
          else if (typeof keys === 'object') keys.add(entry.key);
          else byTag.set(tag, new Set([keys, entry.key]));
        }
      }
    },
    drop: (tags) => {
      const keys = new Set<string>();
      for (const tag of tags) {
        const found = byTag.get(tag) ?? [];
        for (const key of typeof found === 'string' ? [found] : found) keys.add(key);
      }
      for (const key of keys) entries.delete(key);
      return keys.size;
    },
    clear: () => {
      const { size } = entries;
      entries.clear();
      return size;
    },
    close: async () => {},
    size: () => ({ entries: entries.size, bytes: entries.calculatedSize }),
  };
}
