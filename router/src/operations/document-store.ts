import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { lengthOf } from '../plan/kept-length.ts';

/** What Apollo Server keeps parsed and valid documents in. */
export type DocumentStore = {
  get: (key: string) => Promise<DocumentNode | undefined>;
  set: (key: string, document: DocumentNode) => Promise<void>;
  delete: (key: string) => Promise<boolean>;
};

/** Bounded by the length of all texts together: a document takes some fifty times its text. */
export function documentStore(limits: { maxTexts: number; maxLength: number }): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    max: limits.maxTexts,
    maxSize: limits.maxLength,
    sizeCalculation: lengthOf,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
